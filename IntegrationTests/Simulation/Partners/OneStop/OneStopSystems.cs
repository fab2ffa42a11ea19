using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.OneStop;

/// <summary>The agencies' one-stop systems: one model for each, all of one kind of partner.</summary>
internal sealed class OneStopSystems : IModelledPartner
{
    private const string Kind = "onestop";

    private static readonly LineLimits Limits = LineLimits.Default with { MaxAttempts = 14, GiveUpAfter = TimeSpan.FromDays(1), CircuitOpensAfter = 5 };

    private readonly World _world;
    private readonly Dictionary<string, OneStopModel> _systems;

    public OneStopSystems(World world)
    {
        _world = world;
        _systems = SampleCatalogue.Systems.ToDictionary(
            system => system.Code, system => new OneStopModel(world, system.Code, system.HasLookup), StringComparer.Ordinal);
    }

    public IEnumerable<OneStopModel> All => _systems.Values;

    /// <summary>The rows that we answered as taken: the agencies' own account.</summary>
    public HashSet<(string Dossier, string RowId, string System)> Accepted { get; } = [];

    public IEnumerable<Invariant> Invariants => OneStopInvariants.All(this);

    public OneStopModel this[string code] => _systems[code];

    public static string LineOf(string system) => $"{Kind}:{system}";

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition(Kind).Operation(new ModelledDelivery(_world, this), command => command.System));
        foreach (var code in _systems.Keys) lines.Declare(new LineDeclaration(LineOf(code), 1, Limits));
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        foreach (var system in _systems.Values.Where(system => LineOf(system.Code) == partner)) system.Forget(since);
    }

    private sealed class ModelledDelivery(World world, OneStopSystems systems) : ModelledOperation<DeliverDossier>(world)
    {
        public override Repeatability RepeatabilityOf(DeliverDossier command) =>
            command.Revision == 1 && systems[command.System].HasLookup ? Repeatability.CanBeAsked : Repeatability.Deduplicates();

        protected override Outcome Do(DeliverDossier command, PartnerCall call) => systems[command.System].Receive(command);

        protected override Outcome Answer(DeliverDossier command, PartnerCall call) => systems[command.System].Find(command);

        protected override void Lied(DeliverDossier command, PartnerCall call) => systems[command.System].Lies.Add(command.Dossier.Value);

        protected override Outcome Success(DeliverDossier command) => Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false));

        protected override Outcome Refusal(DeliverDossier command) =>
            Outcome.Refused("refused", new DeliveryRefused(command.Dossier, command.Revision, "Thiếu trường bắt buộc"));
    }
}
