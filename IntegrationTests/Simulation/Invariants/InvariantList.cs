using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Invariants;

/// <summary>Everything that must hold: of every step, of the bus, of the dossiers, and of each partner's ledger.</summary>
internal static class InvariantList
{
    /// <summary>Those that are looked at in the steps that could break them.</summary>
    public static IReadOnlyList<Invariant> OfSteps { get; } =
    [
        new("order-of-messages", "Messages of one (endpoint, key) are decided in their order; what was held comes before what came later."),
        new("order-of-calls", "Calls of one (line, dossier) go out in their order."),
        new("a-call-keeps-its-id", "All attempts at a call carry the same id, unless an operator edited it."),
        new("decided-once", "No message is decided on twice."),
        new("fires-once", "One setting of a clock fires at most once."),
        new("no-stale-firing", "The firing of a clock that has been set anew or cancelled is not believed."),
        new("one-writer", "No saga is written by two batches at once, and none is started twice."),
        new("time-never-falls", "The time that a saga decides by never falls, whatever the database's clock does."),
        new("one-agency", "A dossier has one competent agency, and it does not change once it is named."),
        new("the-tables-hold", "No commit breaks a key of the tables, and nothing throws what nobody expects."),
        new("one-effect", "A row of an agency takes effect once, however often it comes."),
    ];

    /// <summary>All of a world.</summary>
    public static IEnumerable<Invariant> Of(World world) =>
        OfSteps.Concat(BusInvariants.All).Concat(DossierInvariants.All).Concat(ClockInvariants.All)
            .Concat(world.Partners.All.SelectMany(partner => partner.Invariants));
}
