"""The small net that reads a question beside a sentence; see train_ranking.py for how it is trained and src/search/model/ for how it runs."""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

LONGEST_SENTENCE, LONGEST_QUESTION = 60, 26
SIGNS, FLAGS = 24, 6
SHARED, READ = 24, 20
KERNELS = torch.tensor([1.0, 0.8, 0.6, 0.4, 0.2, 0.0])
WIDTH = 0.12
# Words more frequent than this one (by number) say nothing by their vectors.
COMMON = 50


class RankingNet(nn.Module):
    def __init__(self, vectors, features):
        super().__init__()
        self.register_buffer("vectors", torch.cat([vectors, torch.zeros(1, vectors.shape[1])]))
        size = vectors.shape[1]
        self.project = nn.Linear(size, SHARED, bias=False)
        self.reader = nn.GRU(size + FLAGS, READ, batch_first=True, bidirectional=True)
        self.importance = nn.Linear(2 * READ + FLAGS + 1, 1)
        self.attend = nn.Linear(2 * READ, 1)
        self.asked = nn.Linear(2 * READ, SHARED)
        self.asked_signs = nn.Linear(2 * READ, SIGNS)
        self.context_question = nn.Linear(2 * READ, SHARED)
        self.context_sentence = nn.Conv1d(size + SIGNS, SHARED, 3, padding=1)
        self.conv1 = nn.Conv1d(6, 12, 5, padding=2)
        self.conv2 = nn.Conv1d(12, 12, 3, padding=1)
        self.ends = nn.Linear(12, 2)
        self.features = nn.Linear(features, 24)
        self.mix = nn.Linear(19 + 14 + 24, 24)
        self.score = nn.Linear(24, 1)
        self.drop = nn.Dropout(0.15)

    def forward(self, q, flags, rarity, q_mask, s, signs, s_mask, exact, features):
        """q [B,Q], s [B,C,S], signs [B,C,S,SIGNS], exact [B,C,Q,S], features [B,C,F] -> scores [B,C], start and end logits [B,C,S]."""
        batch, count, length = s.shape
        eq = self.vectors[q]
        es = self.vectors[s]
        lengths = q_mask.sum(1).long().clamp(min=1).cpu()
        packed = nn.utils.rnn.pack_padded_sequence(self.drop(torch.cat([eq, flags], -1)), lengths, batch_first=True, enforce_sorted=False)
        h, _ = nn.utils.rnn.pad_packed_sequence(self.reader(packed)[0], batch_first=True, total_length=q.shape[1])
        importance = torch.sigmoid(self.importance(torch.cat([h, flags, rarity.unsqueeze(-1)], -1)).squeeze(-1)) * q_mask
        attention = torch.softmax(self.attend(h).squeeze(-1).masked_fill(q_mask == 0, -1e9), 1)
        summary = (attention.unsqueeze(-1) * h).sum(1)
        asked = self.asked(summary)
        context = F.relu(self.context_sentence(torch.cat([self.drop(es), signs], -1).view(batch * count, length, -1).transpose(1, 2)).transpose(1, 2)).view(batch, count, length, SHARED)
        both = (q_mask[:, None, :, None] * s_mask[:, :, None, :])
        def cosine(a, b):
            a, b = F.normalize(a, dim=-1, eps=1e-6), F.normalize(b, dim=-1, eps=1e-6)
            # One product an item: this build's batched product is ten times slower.
            flat = b.reshape(batch, count * length, -1)
            all_pairs = torch.stack([x @ y.t() for x, y in zip(a, flat)])
            return all_pairs.view(batch, -1, count, length).transpose(1, 2) * both
        telling = (q >= COMMON)[:, None, :, None] & (s >= COMMON)[:, :, None, :]
        channels = [exact, cosine(eq, es) * telling, cosine(self.project(eq), self.project(es)) * telling, cosine(self.context_question(h), context)]
        total = importance.sum(1)[:, None] + 1e-6
        pooled = [((exact.max(-1)[0]) * importance[:, None]).sum(-1, keepdim=True) / total.unsqueeze(-1)]
        for channel in channels[1:]:
            best = channel.max(-1)[0]
            near = torch.exp(-((best.unsqueeze(-1) - KERNELS) ** 2) / (2 * WIDTH**2))
            pooled.append((near * importance[:, None, :, None]).sum(2) / total.unsqueeze(-1))
        here = [(channel * importance[:, None, :, None]).max(2)[0] for channel in channels]
        here.append((context * asked[:, None, None]).sum(-1) / SHARED**0.5)
        here.append((signs * self.asked_signs(summary)[:, None, None]).sum(-1))
        x = (torch.stack(here, 2) * s_mask.unsqueeze(2)).view(batch * count, 6, length)
        mask = s_mask.view(batch * count, 1, length)
        x = F.relu(self.conv1(x)) * mask
        x = F.relu(self.conv2(x)) * mask
        ends = self.ends(x.transpose(1, 2)).view(batch, count, length, 2).masked_fill(s_mask.unsqueeze(-1) == 0, -30.0)
        top = x.max(-1)[0].view(batch, count, 12)
        read = torch.cat([*pooled, top, ends.max(2)[0], F.relu(self.features(self.drop(features)))], -1)
        return self.score(self.drop(F.relu(self.mix(read)))).squeeze(-1), ends[..., 0], ends[..., 1]
