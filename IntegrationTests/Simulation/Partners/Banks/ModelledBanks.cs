using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>
/// Two banks: one finds a payment only by the time that its link carried, one by the order alone. Both keep true books, answer questions, give
/// money back, and tell us what they like, as often and as late as the plan has it.
/// </summary>
internal sealed class ModelledBanks : IModelledPartner
{
    /// <summary>The bank that finds a payment by the time of its link.</summary>
    public const string ByLink = "vnpay";

    /// <summary>The bank that finds a payment by the order.</summary>
    public const string ByOrder = "vietqr";

    private const string Kind = "bank";

    // As hosts set it: whatever is wrong with a bank, its calls wait.
    private static readonly LineLimits Limits = LineLimits.Default with
    {
        MaxAttempts = 1_000_000,
        GiveUpAfter = TimeSpan.FromDays(365),
        CircuitOpensAfter = 5,
    };

    private static readonly TimeSpan Recovery = TimeSpan.FromHours(6);

    private readonly World _world;
    private readonly Dictionary<string, (DateTimeOffset Since, DateTimeOffset Until)> _restored = new(StringComparer.Ordinal);

    public ModelledBanks(World world)
    {
        _world = world;
        Desk = new PaymentDesk(world, Books);
    }

    public BankBooks Books { get; } = new();

    /// <summary>What citizens, agencies and the banks themselves do.</summary>
    public PaymentDesk Desk { get; }

    public IEnumerable<Invariant> Invariants => PaymentInvariants.All(this);

    /// <summary>A bank's line.</summary>
    public static string LineOf(string bank) => $"{Kind}:{bank}";

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition(Kind)
            .Operation(new PaymentQuestion(_world, this), command => command.Partner)
            .Operation(new RefundOrder(_world, this), command => command.Partner)
            .Operation(new RefundQuestion(_world, this), command => command.Partner));
        foreach (var bank in (string[])[ByLink, ByOrder]) lines.Declare(new LineDeclaration(LineOf(bank), 1, Limits));
    }

    /// <summary>It comes back from a backup: for some hours it does not see what is in its books since then. The money is where it was.</summary>
    public void Forget(string partner, DateTimeOffset since)
    {
        if (partner.StartsWith(Kind + ":", StringComparison.Ordinal)) _restored[partner] = (since, _world.Now + Recovery);
    }

    /// <summary>Whether a bank does not see what happened at an instant.</summary>
    public bool IsBlind(string bank, DateTimeOffset at) =>
        _restored.TryGetValue(LineOf(bank), out var restored) && _world.Now < restored.Until && at >= restored.Since;

    /// <summary>How far a refund is by now.</summary>
    public BookedStage StageOf(BookedRefund refund)
    {
        if (refund.Stage == BookedStage.Accepted && _world.Now >= refund.EndsAt)
        {
            refund.Stage = _world.Fate.Happens(25, "refund rejected", Chance.Fate.NumberOf(refund.Call)) ? BookedStage.Rejected : BookedStage.Done;
        }

        return refund.Stage;
    }
}
