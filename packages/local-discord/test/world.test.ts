import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSnowflakeSource } from '../src/snowflake.js';
import { buildWorld } from '../src/world/build-world.js';
import { toLocale } from '../src/world/channel-payload.js';
import { defaultWorldSeed } from '../src/world/world-seed.js';

test('the same seed has the same ids', () => {
  const ids = () => {
    const world = buildWorld(defaultWorldSeed);
    return [
      world.applicationId,
      ...world.people.map(({ user }) => user.id),
      ...world.places().map(({ id }) => id),
    ];
  };
  expect(ids()).toEqual(ids());
  expect(new Set(ids()).size).toBe(ids().length);
});

test('ids increase strictly, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: Date.UTC(2015, 0, 2), max: Date.UTC(2100, 0, 1) }), { minLength: 1 }),
      (times) => {
        let at = 0;
        const source = createSnowflakeSource(() => times[at++ % times.length] ?? 0);
        const ids = Array.from({ length: times.length * 3 }, () => BigInt(source.next()));
        expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0n))).toBe(true);
      },
    ),
  );
});

test('an id tells when it was made, as Discord’s do', () => {
  const at = Date.UTC(2024, 5, 1);
  const id = BigInt(createSnowflakeSource(() => at).next());
  expect(Number(id >> 22n) + 1_420_070_400_000).toBe(at);
});

test('a seed that names what does not exist is refused with the name', () => {
  const [harbour] = defaultWorldSeed.guilds;
  if (harbour === undefined) throw new Error('The default world has no servers.');
  const guilds = [{ ...harbour, roles: [{ name: 'Keeper', permissions: ['ManageTides'] }] }];
  expect(() => buildWorld({ ...defaultWorldSeed, guilds })).toThrow(
    'The role "Keeper" has a permission that Discord does not know: ManageTides.',
  );
  expect(() => buildWorld({ ...defaultWorldSeed, applicationOwner: 'nobody' })).toThrow(
    'There is no user "nobody"',
  );
  expect(() => toLocale('tlh')).toThrow('"tlh" is not one of Discord\'s locales');
});

test('owners may do everything, members what their roles allow, strangers nothing', () => {
  const world = buildWorld(defaultWorldSeed);
  const library = world.server('library').id;
  const may = (user: string, bit: bigint) =>
    (world.permissions(library, world.person(user).user.id) & bit) !== 0n;
  const manageGuild = 1n << 5n;
  const sendMessages = 1n << 11n;
  expect([may('oskar', manageGuild), may('ines', manageGuild), may('mira', manageGuild)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([may('mira', sendMessages), may('tomas', sendMessages)]).toEqual([true, false]);
});
