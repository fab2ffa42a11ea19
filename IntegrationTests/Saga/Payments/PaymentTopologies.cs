using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>The payment capability as a host builds it, with partners that are never called.</summary>
internal static class PaymentTopologies
{
    private static readonly Topology Ordinary = Make(new PaymentRules());

    public static Topology Of(PaymentRules? rules) => rules is null ? Ordinary : Make(rules);

    /// <summary>A message as it arrives: written and read again. What is written must say all that was meant.</summary>
    public static object CarryPayment(this Topology topology, object message)
    {
        var type = topology.TypeOf(message);
        var written = type.Write(message);
        var carried = type.Read(written);
        type.Write(carried).AsSpan().SequenceEqual(written).ShouldBeTrue($"{type.Name}, written and read, is the same");
        return carried;
    }

    private static Topology Make(PaymentRules rules) => new Topology()
        .AddPayments(rules)
        .Partner(new PartnerDefinition("bank").Operation(new NeverCalled<AskPayment>(), command => command.Partner)
            .Operation(new NeverCalled<RefundPayment>(), command => command.Partner)
            .Operation(new NeverCalled<AskRefundState>(), command => command.Partner))
        .Partner(new PartnerDefinition("ministry").Operation(new NeverCalled<ConfirmPayment>(), command => command.System));

    private sealed class NeverCalled<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.CanBeAsked;

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No call was expected.");

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No question was expected.");
    }
}
