using System.Runtime.CompilerServices;

namespace DichVuCong.Gateway.Hosting;

/// <summary>
/// Sends every request to the back of the queue of all. A connection with thousands of requests in a row would else keep its thread until the last
/// of them, and a hundred such connections all threads there are.
/// </summary>
internal sealed class FairTurns(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await default(BackOfTheQueue);
        await next(context);
    }

    /// <summary>Goes on behind everything that waits already; Task.Yield goes on before it, on the same thread.</summary>
    private readonly struct BackOfTheQueue : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public BackOfTheQueue GetAwaiter() => this;

        public void GetResult()
        {
            // There is nothing to give.
        }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) =>
            ThreadPool.UnsafeQueueUserWorkItem(static action => action(), continuation, preferLocal: false);
    }
}
