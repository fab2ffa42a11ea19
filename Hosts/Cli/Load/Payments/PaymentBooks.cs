using System.Collections.Concurrent;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>Looks at all sides of the orders of a run, as somebody from outside would; what agrees is not looked at again before the end.</summary>
internal sealed class PaymentBooks(PaymentClient gateway, BankClient banks, IReadOnlyList<string> partners, IReadOnlyCollection<string> tokens)
{
    private const int AtOnce = 16;

    private readonly Dictionary<string, long> _before = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PublicOrder> _ours = new(StringComparer.Ordinal);

    /// <summary>Notes what the banks have already: none of it is this run's.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        foreach (var bank in partners) _before[bank] = (await banks.OrdersAsync(bank, after: 0, cancellationToken)).Select(order => order.Sequence).DefaultIfEmpty().Max();
    }

    /// <summary>The accounts of all orders.</summary>
    /// <param name="stated">The orders.</param>
    /// <param name="again">Which of them we are asked about again; others as they were.</param>
    /// <param name="cancellationToken">The user's wish to stop.</param>
    public async Task<IReadOnlyList<OrderAccount>> LookAsync(
        IReadOnlyList<StatedOrder> stated, Func<string, bool> again, CancellationToken cancellationToken)
    {
        // First us, then the banks: what comes to them in between is not taken for lost, but looked at again.
        await Parallel.ForEachAsync(
            stated.Where(order => again(order.Reference) || !_ours.ContainsKey(order.Reference)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (order, token) => _ours[order.Reference] = await gateway.OrderAsync(order.Reference, token));
        var inquiries = new List<PublicInquiry>();
        foreach (var token in tokens) inquiries.AddRange(await gateway.InquiriesAsync(token, cancellationToken));
        var books = new List<(string Bank, BankOrder Order)>();
        foreach (var bank in partners) books.AddRange((await banks.OrdersAsync(bank, _before[bank], cancellationToken)).Select(order => (bank, order)));
        var ministry = await banks.MinistryAsync(cancellationToken);

        var byReference = books.ToLookup(entry => entry.Order.Reference, StringComparer.Ordinal);
        var differing = inquiries.DistinctBy(inquiry => inquiry.Difference, StringComparer.Ordinal).ToLookup(inquiry => inquiry.Reference ?? "", StringComparer.Ordinal);
        return
        [
            .. stated.Select(order => new OrderAccount(
                order, _ours[order.Reference], [.. byReference[order.Reference]], [.. differing[order.Reference]],
                order.MinistryReference is { } reference ? ministry.GetValueOrDefault(reference) : null)),
        ];
    }
}
