/** Stops the program at a signal: the first lets what is under way finish, a second one ends it at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const leave = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave());
  // The process that looked after this one is gone.
  process.on('disconnect', () => void leave());
  process.channel?.unref();
}
