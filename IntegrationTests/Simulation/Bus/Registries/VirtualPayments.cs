using DichVuCong.Contracts.Payments;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;

namespace DichVuCong.Simulation.Bus.Registries;

/// <summary>The registry of payments: the ledger, and what is shown of each order.</summary>
internal sealed class VirtualPayments(World world) : IVirtualRecorder
{
    private readonly List<PostLedgerEntry> _ledger = [];
    private readonly Dictionary<PaymentReference, OrderState> _states = [];

    public string Endpoint => PaymentEndpoints.Registry;

    /// <summary>The ledger's entries in the order in which they were booked.</summary>
    public IReadOnlyList<PostLedgerEntry> Ledger => _ledger;

    /// <summary>How an order is shown; null when it is not.</summary>
    public OrderState? StateOf(PaymentReference reference) => _states.TryGetValue(reference, out var state) ? state : null;

    public void Record(IReadOnlyList<RecordedMessage> messages)
    {
        foreach (var recorded in messages)
        {
            if (recorded.Message is PostLedgerEntry entry) _ledger.Add(entry);
            if (recorded.Message is UpdateOrderRow row) _states[row.Reference] = row.State;
            world.Note("books", recorded.Message.GetType().Name, _ledger.Count);
        }
    }
}

/// <summary>The events of payments, which nobody here follows: that they are told is seen in the trace.</summary>
internal sealed class VirtualPaymentFeed(World world) : IVirtualRecorder
{
    public string Endpoint => PaymentEndpoints.Feed;

    public void Record(IReadOnlyList<RecordedMessage> messages)
    {
        foreach (var recorded in messages) world.Note("told", recorded.Message.GetType().Name);
    }
}
