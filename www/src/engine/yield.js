/** Lets everything else on this thread have its turn; timers would be clamped to 4 ms. */
export const yieldToEvents = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(0);
  });
