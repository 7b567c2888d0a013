import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import {
  commandBulkChecks,
  commandCreateChecks,
  commandEditChecks,
  findScopeViolations,
  findTwins,
} from '../checks/command-checks.js';
import { dropLocalizations, settleLocalizations } from '../commands/localizations.js';
import type { Platform } from '../platform.js';
import { type Answer, missingAccess, noContent, ok, refuse, refuseForm, unknownGuild } from './answer.js';
import type { RestRequest, Route } from './route.js';

/** Commands of both scopes: global and one guild's. */
export const commandRoutes: readonly Route[] = [
  '/applications/:application/commands',
  '/applications/:application/guilds/:guild/commands',
].flatMap((base): Route[] => [
  {
    method: 'GET',
    path: base,
    handle: (platform, request) =>
      inScope(platform, request, (guildId) => {
        if (!platform.settings.isListingCommands) return refuse(404, 0, '404: Not Found');
        const isFull = request.query.get('with_localizations') === 'true';
        const commands = platform.commands.list(guildId);
        return ok(isFull ? commands : commands.map(withoutLocalizations));
      }),
  },
  {
    method: 'PUT',
    path: base,
    checks: commandBulkChecks,
    handle: (platform, request) =>
      inScope(platform, request, (guildId) => {
        const bodies = z.array(commandSchema).parse(request.body);
        const existing = platform.commands.list(guildId);
        const commands = bodies.map((body) => {
          const type = body.type ?? ApplicationCommandType.ChatInput;
          return toCommand(
            platform,
            guildId,
            body,
            existing.find((known) => known.name === body.name && known.type === type),
          );
        });
        return save(platform, guildId, commands, () => ok(commands));
      }),
  },
  {
    method: 'POST',
    path: base,
    checks: commandCreateChecks,
    handle: (platform, request) =>
      inScope(platform, request, (guildId) => {
        const body = commandSchema.parse(request.body);
        const type = body.type ?? ApplicationCommandType.ChatInput;
        const existing = platform.commands.list(guildId);
        const same = existing.find((known) => known.name === body.name && known.type === type);
        const command = toCommand(platform, guildId, body, same);
        const others = existing.filter((known) => known !== same);
        return save(platform, guildId, [...others, command], () => ({
          status: same === undefined ? 201 : 200,
          body: command,
        }));
      }),
  },
  {
    method: 'GET',
    path: `${base}/:command`,
    handle: (platform, request) => onCommand(platform, request, (command) => ok(command)),
  },
  {
    method: 'PATCH',
    path: `${base}/:command`,
    checks: commandEditChecks,
    handle: (platform, request) =>
      onCommand(platform, request, (command, guildId) => {
        const patch = z.looseObject({}).parse(request.body);
        const changed = toCommand(platform, guildId, commandSchema.parse({ ...command, ...patch }), command);
        const all = platform.commands.list(guildId).map((known) => (known === command ? changed : known));
        return save(platform, guildId, all, () => ok(changed));
      }),
  },
  {
    method: 'DELETE',
    path: `${base}/:command`,
    handle: (platform, request) =>
      onCommand(platform, request, (command, guildId) => {
        const others = platform.commands.list(guildId).filter((known) => known !== command);
        return save(platform, guildId, others, noContent);
      }),
  },
]);

/** A command as it is sent; the checks have been through its form, and its options are kept as they came. */
const commandSchema = z.object({
  name: z.string(),
  name_localizations: z.record(z.string(), z.string().nullable()).nullish(),
  description: z.string().nullish(),
  description_localizations: z.record(z.string(), z.string().nullable()).nullish(),
  type: z.number().nullish(),
  options: z.array(z.looseObject({})).nullish(),
  default_member_permissions: z.union([z.string(), z.number()]).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  nsfw: z.boolean().nullish(),
});

function inScope(
  { world }: Platform,
  { params }: RestRequest,
  handle: (guildId: string | undefined) => Answer,
): Answer {
  if (params.application !== world.applicationId)
    return refuse(403, 20012, 'You are not authorized to perform this action on this application');
  if (params.guild === undefined) return handle(undefined);
  const server = world.servers.find(({ id }) => id === params.guild);
  if (server === undefined) return unknownGuild();
  return server.hasBot ? handle(server.id) : missingAccess();
}

function onCommand(
  platform: Platform,
  request: RestRequest,
  handle: (command: APIApplicationCommand, guildId: string | undefined) => Answer,
): Answer {
  return inScope(platform, request, (guildId) => {
    const command = platform.commands.find(guildId, request.params.command ?? '');
    return command === undefined
      ? refuse(404, 10063, 'Unknown application command')
      : handle(command, guildId);
  });
}

function save(
  platform: Platform,
  guildId: string | undefined,
  commands: readonly APIApplicationCommand[],
  answer: () => Answer,
): Answer {
  const violations = findScopeViolations(commands);
  if (violations.length > 0) {
    return { ...refuse(400, 30032, 'Maximum number of application commands reached (100).'), violations };
  }
  const twins = findTwins(commands);
  if (twins.length > 0) return refuseForm(twins);
  platform.commands.replace(guildId, commands);
  platform.events.emit({ kind: 'commands-changed' });
  return answer();
}

/** The command as Discord keeps it, every field filled in; it keeps the id of one with its name and gets a new version. */
function toCommand(
  platform: Platform,
  guildId: string | undefined,
  body: z.infer<typeof commandSchema>,
  same: APIApplicationCommand | undefined,
): APIApplicationCommand {
  const isGlobal = guildId === undefined;
  const permissions = body.default_member_permissions;
  const command = {
    id: same?.id ?? platform.ids.next(),
    application_id: platform.world.applicationId,
    version: platform.ids.next(),
    default_member_permissions:
      permissions === undefined || permissions === null ? null : String(permissions),
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    nsfw: body.nsfw ?? false,
    ...(isGlobal
      ? {
          dm_permission: body.dm_permission ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }
      : { guild_id: guildId }),
    ...(body.options === undefined || body.options === null || body.options.length === 0
      ? {}
      : { options: body.options }),
  };
  return z.custom<APIApplicationCommand>(() => true).parse(settleLocalizations(command));
}

/** Lists come without the translations, those of options and choices too, unless they are asked for. */
function withoutLocalizations(command: APIApplicationCommand): APIApplicationCommand {
  return z.custom<APIApplicationCommand>(() => true).parse(dropLocalizations(command));
}
