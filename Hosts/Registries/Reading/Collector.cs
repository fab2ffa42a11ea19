using System.Threading.Channels;

namespace DichVuCong.Registries.Reading;

/// <summary>
/// Answers single look-ups with one query for all that wait: what comes while a query is under way makes up the next one.
/// </summary>
/// <typeparam name="TKey">What is looked up.</typeparam>
/// <typeparam name="TValue">What is found.</typeparam>
public sealed class Collector<TKey, TValue>
    where TKey : notnull
{
    private const int Most = 500;

    private readonly Channel<(TKey Key, TaskCompletionSource<TValue?> Answer)> _questions =
        Channel.CreateUnbounded<(TKey, TaskCompletionSource<TValue?>)>(new() { SingleReader = false });

    private readonly Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> _find;
    private int _readers;

    /// <summary>Creates a collector.</summary>
    /// <param name="find">Finds many at once; a key that is missing in its answer was not found.</param>
    public Collector(Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> find) => _find = find;

    /// <summary>Finds one.</summary>
    public Task<TValue?> FindAsync(TKey key, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions.Writer.TryWrite((key, answer));
        // At most two queries at once: a third would only make the groups smaller.
        if (Volatile.Read(ref _readers) < 2) _ = Task.Run(AnswerAsync, CancellationToken.None);
        return answer.Task.WaitAsync(cancellationToken);
    }

    private async Task AnswerAsync()
    {
        if (Interlocked.Increment(ref _readers) > 2)
        {
            Interlocked.Decrement(ref _readers);
            return;
        }

        while (true)
        {
            var group = new List<(TKey Key, TaskCompletionSource<TValue?> Answer)>();
            while (group.Count < Most && _questions.Reader.TryRead(out var question)) group.Add(question);
            if (group.Count > 0)
            {
                await AnswerAsync(group);
                continue;
            }

            Interlocked.Decrement(ref _readers);
            // A question may have come between the last look and this: somebody must stay for it.
            if (!_questions.Reader.TryPeek(out _)) return;
            if (Interlocked.Increment(ref _readers) <= 2) continue;
            Interlocked.Decrement(ref _readers);
            return;
        }
    }

    private async Task AnswerAsync(List<(TKey Key, TaskCompletionSource<TValue?> Answer)> group)
    {
        try
        {
            var found = await _find([.. group.Select(question => question.Key).Distinct()], CancellationToken.None);
            foreach (var (key, answer) in group) answer.TrySetResult(found.TryGetValue(key, out var value) ? value : default);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Each caller sees the failure of the query his question was in.
            foreach (var (_, answer) in group) answer.TrySetException(failure);
        }
    }
}
