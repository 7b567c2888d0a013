/** Does work whose failure is told, but not again before it has succeeded: a full disk fails each time. */
export function tellOnce(onTrouble: (error: unknown) => void) {
  let isTold = false;
  return async <Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      const result = await work();
      isTold = false;
      return result;
    } catch (error) {
      if (!isTold) onTrouble(error);
      isTold = true;
      return otherwise;
    }
  };
}
