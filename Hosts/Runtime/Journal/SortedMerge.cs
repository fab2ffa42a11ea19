using System.Runtime.CompilerServices;

namespace DichVuCong.Runtime.Journal;

/// <summary>Many sorted streams as one: a chain goes on from file to file and into the tables, and a clock that was set back may interleave them.</summary>
internal static class SortedMerge
{
    public static async IAsyncEnumerable<T> OfAsync<T, TKey>(
        IReadOnlyList<IAsyncEnumerable<T>> sources, Func<T, TKey> key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = new PriorityQueue<IAsyncEnumerator<T>, TKey>(sources.Count);
        var open = new List<IAsyncEnumerator<T>>();
        try
        {
            foreach (var source in sources)
            {
                var items = source.GetAsyncEnumerator(cancellationToken);
                open.Add(items);
                if (await items.MoveNextAsync()) next.Enqueue(items, key(items.Current));
            }

            while (next.TryDequeue(out var items, out _))
            {
                yield return items.Current;
                if (await items.MoveNextAsync()) next.Enqueue(items, key(items.Current));
            }
        }
        finally
        {
            foreach (var items in open) await items.DisposeAsync();
        }
    }
}
