using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Saga.Tests.Accounts;

/// <summary>The account capability as a host builds it, with one-stop systems that are never called.</summary>
internal static class AccountTopologies
{
    public static Topology Of(AccountRules rules) => new Topology().AddAccounts(rules)
        .Partner(new PartnerDefinition("onestop-accounts").Operation(new NeverCalled(), command => command.System));

    /// <summary>A message as it arrives: written and read again. What is written must say all that was meant.</summary>
    public static object Carry(this Topology topology, object message)
    {
        var type = topology.TypeOf(message);
        var written = type.Write(message);
        var carried = type.Read(written);
        type.Write(carried).AsSpan().SequenceEqual(written).ShouldBeTrue($"{type.Name}, written and read, is the same");
        return carried;
    }

    private sealed class NeverCalled : IPartnerOperation<PushAccount>
    {
        public Repeatability RepeatabilityOf(PushAccount command) => Repeatability.CanBeAsked;

        public Task<Outcome> CallAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No call was expected.");

        public Task<Outcome> AskAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No question was expected.");
    }
}
