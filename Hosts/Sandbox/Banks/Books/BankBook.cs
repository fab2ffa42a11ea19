using System.Collections.Concurrent;
using System.Globalization;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Banks.Books;

/// <summary>The books of all banks: orders, transfers to beneficiaries, and the requests that were had. Written down before anybody is answered.</summary>
internal sealed class BankBook(StateLog log, CurrentSettings settings)
{
    private const long FirstNumber = 14_000_000;

    private readonly ConcurrentDictionary<(string Bank, string Reference), BankOrder> _orders = new();
    private readonly ConcurrentDictionary<(string Bank, string No), BankOrder> _byTransaction = new();
    private readonly ConcurrentDictionary<(string Bank, string No), BankSettlement> _settlements = new();
    private readonly ConcurrentDictionary<(string Bank, string Id), BankRequest> _requests = new();
    private readonly ConcurrentQueue<BankOrder> _oldest = new();
    private readonly ConcurrentQueue<BankRequest> _oldestRequests = new();
    private long _number = FirstNumber;
    private long _sequence;
    private long _forgotten;
    private int _count;
    private int _requestCount;

    /// <summary>All orders, in no order.</summary>
    public IEnumerable<BankOrderRecord> Orders => _orders.Select(entry => entry.Value.Record);

    /// <summary>All transfers to beneficiaries, in no order.</summary>
    public IEnumerable<BankSettlement> Settlements => _settlements.Values;

    /// <summary>How many orders were forgotten, since there were more than <see cref="SandboxSettings.MaxPayments"/>.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    /// <summary>A number that no bank has given yet.</summary>
    public string NextNumber() => Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);

    /// <summary>An order of a bank; null when it has none of that reference.</summary>
    public BankOrder? Find(string bank, string reference) => _orders.GetValueOrDefault((bank, reference));

    /// <summary>The order of a transaction; null when the bank has no such transaction.</summary>
    public BankOrder? OfTransaction(string bank, string no) => _byTransaction.GetValueOrDefault((bank, no));

    /// <summary>The order of that bank and reference, made of the record when there is none.</summary>
    public (BankOrder Order, bool IsNew) Open(BankOrderRecord record)
    {
        var made = new BankOrder(record);
        var order = _orders.GetOrAdd((record.Bank, record.Reference), made);
        if (!ReferenceEquals(order, made)) return (order, false);
        Change(order, first => first with { Sequence = Interlocked.Increment(ref _sequence) });
        Bound(order);
        return (order, true);
    }

    /// <summary>Changes an order, whole, and writes it down.</summary>
    /// <returns>What it has come to.</returns>
    public BankOrderRecord Change(BankOrder order, Func<BankOrderRecord, BankOrderRecord> change)
    {
        lock (order)
        {
            order.Record = change(order.Record);
            // What was forgotten stays so.
            if (!ReferenceEquals(Find(order.Record.Bank, order.Record.Reference), order)) return order.Record;
            foreach (var transaction in order.Record.Transactions) _byTransaction[(order.Record.Bank, transaction.No)] = order;
            log.Write(new StateLine { BankOrder = order.Record });
            return order.Record;
        }
    }

    /// <summary>Writes down a transfer to a beneficiary.</summary>
    /// <returns>False when the collector ordered it before.</returns>
    public bool Settle(BankSettlement settlement)
    {
        if (!_settlements.TryAdd((settlement.Bank, settlement.OrderedBy ?? settlement.No), settlement)) return false;
        log.Write(new StateLine { BankSettlement = settlement });
        return true;
    }

    /// <summary>A transfer by the collector's reference; null when it ordered none of that name.</summary>
    public BankSettlement? Settlement(string bank, string orderedBy) => _settlements.GetValueOrDefault((bank, orderedBy));

    /// <summary>Notes a request.</summary>
    /// <returns>The request that was had first under that id: this one, or one before it.</returns>
    public BankRequest Note(BankRequest request)
    {
        var first = _requests.GetOrAdd((request.Bank, request.Id), request);
        if (!ReferenceEquals(first, request)) return first;
        log.Write(new StateLine { BankRequest = request });
        Bound(request);
        return first;
    }

    /// <summary>Brings back what was kept.</summary>
    public void Restore(StateLine line)
    {
        if (line.BankOrder is { } record) Restore(record);
        if (line.BankRequest is { } request)
        {
            _requests[(request.Bank, request.Id)] = request;
            Bound(request);
        }

        if (line.BankSettlement is not { } settlement) return;
        _settlements[(settlement.Bank, settlement.OrderedBy ?? settlement.No)] = settlement;
        Reach(settlement.No);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _orders.Clear();
        _byTransaction.Clear();
        _settlements.Clear();
        _requests.Clear();
        _oldest.Clear();
        _oldestRequests.Clear();
        Interlocked.Exchange(ref _requestCount, 0);
        Interlocked.Exchange(ref _forgotten, 0);
        Interlocked.Exchange(ref _count, 0);
    }

    private void Restore(BankOrderRecord record)
    {
        var order = new BankOrder(record);
        _orders[(record.Bank, record.Reference)] = order;
        _oldest.Enqueue(order);
        _count++;
        _sequence = Math.Max(_sequence, record.Sequence);
        foreach (var transaction in record.Transactions)
        {
            _byTransaction[(record.Bank, transaction.No)] = order;
            Reach(transaction.No);
        }

        foreach (var refund in record.Refunds) Reach(refund.No);
    }

    private void Reach(string no) => _number = Math.Max(_number, long.Parse(no, CultureInfo.InvariantCulture));

    private void Bound(BankOrder order)
    {
        _oldest.Enqueue(order);
        if (Interlocked.Increment(ref _count) <= settings.Value.MaxPayments || !_oldest.TryDequeue(out var oldest)) return;
        Interlocked.Decrement(ref _count);
        var record = oldest.Record;
        if (!_orders.TryRemove((record.Bank, record.Reference), out _)) return;
        foreach (var transaction in record.Transactions) _byTransaction.TryRemove((record.Bank, transaction.No), out _);
        Interlocked.Increment(ref _forgotten);
    }

    private void Bound(BankRequest request)
    {
        _oldestRequests.Enqueue(request);
        if (Interlocked.Increment(ref _requestCount) <= settings.Value.MaxPayments || !_oldestRequests.TryDequeue(out var oldest)) return;
        Interlocked.Decrement(ref _requestCount);
        _requests.TryRemove((oldest.Bank, oldest.Id), out _);
    }
}
