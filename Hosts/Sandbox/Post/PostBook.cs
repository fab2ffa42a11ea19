using System.Collections.Concurrent;
using System.Globalization;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Post;

/// <summary>The post's books: orders, and the tracking in the order in which it was told.</summary>
internal sealed class PostBook(StateLog log, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PostOrderRecord> _orders = new(StringComparer.Ordinal);
    private readonly List<PostEventRecord> _events = [];
    private readonly ConcurrentDictionary<string, int> _documents = new(StringComparer.Ordinal);
    private long _second;
    private long _count;

    /// <summary>All orders.</summary>
    public IReadOnlyList<PostOrderRecord> Orders
    {
        get
        {
            lock (_gate) return [.. _orders.Values];
        }
    }

    /// <summary>All events.</summary>
    public IReadOnlyList<PostEventRecord> Events
    {
        get
        {
            lock (_gate) return [.. _events];
        }
    }

    /// <summary>How many dossiers were registered, each once.</summary>
    public int Documents => _documents.Count;

    /// <summary>An order; null when there is none of the number.</summary>
    public PostOrderRecord? Find(string number)
    {
        lock (_gate) return _orders.GetValueOrDefault(number);
    }

    /// <summary>Takes an order.</summary>
    /// <returns>False when it was there already, and was not taken again.</returns>
    public bool Take(string number, string customer, long cash, bool forgetsToLook)
    {
        lock (_gate)
        {
            var known = _orders.GetValueOrDefault(number) ?? new PostOrderRecord(number, customer) { Cash = cash };
            var isTaken = known.Taken == 0 || forgetsToLook;
            Keep(isTaken ? known with { Taken = known.Taken + 1 } : known with { Repeated = known.Repeated + 1 });
            return isTaken;
        }
    }

    /// <summary>Cancels an order that nobody has picked up.</summary>
    /// <returns>Null when there is no such order, false when it is too late.</returns>
    public bool? Cancel(string number, Func<PostOrderRecord, bool> isCarried)
    {
        lock (_gate)
        {
            if (_orders.GetValueOrDefault(number) is not { } order) return null;
            if (order.IsCancelled) return true;
            if (isCarried(order)) return false;
            Keep(order with { IsCancelled = true });
            Tell(order, PostJourneys.Cancelled);
            return true;
        }
    }

    /// <summary>Takes the next step of an order.</summary>
    /// <returns>Whether more follow.</returns>
    public bool Step(string number, IReadOnlyList<PostStep> way, bool beginsWithUnknown)
    {
        lock (_gate)
        {
            if (_orders.GetValueOrDefault(number) is not { IsCancelled: false } order || order.StepsTaken >= way.Count) return false;
            if (beginsWithUnknown) Tell(order, PostJourneys.Unknown);
            Tell(order, way[order.StepsTaken]);
            Keep(order with { StepsTaken = order.StepsTaken + 1 });
            return order.StepsTaken + 1 < way.Count;
        }
    }

    /// <summary>The events of a customer behind a cursor, the earliest first.</summary>
    public IReadOnlyList<PostEventRecord> After(string cursor, int limit)
    {
        lock (_gate)
        {
            var (low, high) = (0, _events.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (string.CompareOrdinal(_events[middle].Id, cursor) > 0) high = middle;
                else low = middle + 1;
            }

            return _events.GetRange(low, Math.Min(limit, _events.Count - low));
        }
    }

    /// <summary>Notes a dossier that was registered.</summary>
    public void Register(string number) => _documents.AddOrUpdate(number, 1, static (_, count) => count + 1);

    /// <summary>Brings a line back.</summary>
    public void Restore(StateLine line)
    {
        lock (_gate)
        {
            if (line.PostOrder is { } order) _orders[order.Number] = order;
            if (line.PostEvent is not { } told) return;
            _events.Add(told);
            _second = Math.Max(_second, long.Parse(told.Id.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            _count = Math.Max(_count, long.Parse(told.Id.AsSpan(8), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>By what the newest line about a thing is known; null for a line of somebody else's.</summary>
    public static string? KeyOf(StateLine line) => line switch
    {
        { PostOrder: { } order } => $"post-order/{order.Number}",
        { PostEvent: { } told } => $"post-event/{told.Id}",
        _ => null,
    };

    /// <summary>Forgets everything; ids go on rising.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _orders.Clear();
            _events.Clear();
            _documents.Clear();
        }
    }

    private void Keep(PostOrderRecord order)
    {
        _orders[order.Number] = order;
        if (log.IsKept) log.Write(new StateLine { PostOrder = order });
    }

    private void Tell(PostOrderRecord order, PostStep step)
    {
        var now = time.GetUtcNow();
        _second = Math.Max(_second, now.ToUnixTimeSeconds());
        var id = string.Create(CultureInfo.InvariantCulture, $"{_second:x8}{++_count:x16}");
        var told = new PostEventRecord(id, order.Number, order.Customer, now, step.Code, step.Text);
        _events.Add(told);
        if (log.IsKept) log.Write(new StateLine { PostEvent = told });
    }
}
