using System.Collections.Frozen;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>The services by name: how the contents of each are read. Names are taken in any letter case.</summary>
internal static class ServiceTable
{
    private static readonly FrozenDictionary<string, (string Name, Func<InboundEnvelope, WireGeneration, WireResult<InboundRequest>> Read)> Services =
        new (string Name, Func<InboundEnvelope, WireGeneration, WireResult<InboundRequest>> Read)[]
        {
            (OneStopServices.SyncDossiers, Dossiers),
            (OneStopServices.RecordProgress, (envelope, _) => Items<ProgressRow, ProgressRow>(envelope, items => new RecordProgress(envelope, items))),
            (OneStopServices.SyncStatus, Status),
            (OneStopServices.SyncStatusOfProxy, Status),
            (OneStopServices.LookUpDossier, (envelope, _) => Key(envelope, "mahoso", envelope.Fields.MaHoSo ?? envelope.Fields.MaSoHoSo, key => new LookUpDossier(envelope, key))),
            (OneStopServices.LookUpAccount, (envelope, _) => Key(envelope, "mstorcmnd", envelope.Fields.MstOrCmnd, key => new LookUpAccount(envelope, key))),
            (OneStopServices.GetProcedure, (envelope, _) => Key(envelope, "maTTHC", envelope.Fields.MaTTHC, key => new GetProcedure(envelope, key))),
            (OneStopServices.GetDecision, (envelope, _) => Key(envelope, "idQDCB", envelope.Fields.IdQDCB, key => new GetDecision(envelope, key))),
            (OneStopServices.ListProcedures, (envelope, _) => new(new ListProcedures(envelope))),
            (OneStopServices.ListServices, (envelope, _) => new(new ListServices(envelope))),
            (OneStopServices.ListAgencies, (envelope, _) => new(new ListAgencies(envelope))),
            (OneStopServices.ListSectors, (envelope, _) => new(new ListSectors(envelope))),
            (OneStopServices.ListProcedureGroups, (envelope, _) => new(new ListProcedureGroups(envelope))),
        }.ToFrozenDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The contract's spelling of a service's name; the name itself when it is none of them.</summary>
    public static string NameOf(string service) => Services.TryGetValue(service, out var entry) ? entry.Name : service;

    /// <summary>Whether there is a service of this name.</summary>
    public static bool Knows(string service) => Services.ContainsKey(service);

    /// <summary>Reads the contents of a call.</summary>
    public static WireResult<InboundRequest> Bind(InboundEnvelope envelope, WireGeneration generation) =>
        Services.TryGetValue(envelope.Service, out var entry) ? entry.Read(envelope, generation) : new(new UnsupportedService(envelope));

    private static WireResult<InboundRequest> Dossiers(InboundEnvelope envelope, WireGeneration generation) => generation switch
    {
        WireGeneration.G1 => Items<G1.Dossier, IDossier>(envelope, items => new SyncDossiers(envelope, generation, items)),
        WireGeneration.G2 => Items<G2.Dossier, IDossier>(envelope, items => new SyncDossiers(envelope, generation, items)),
        _ => throw new ArgumentOutOfRangeException(nameof(generation), generation, "No such generation of the contract."),
    };

    private static WireResult<InboundRequest> Status(InboundEnvelope envelope, WireGeneration generation) =>
        Items<DossierStatus, DossierStatus>(envelope, items => new SyncStatus(envelope, items));

    private static WireResult<InboundRequest> Items<TWire, TItem>(InboundEnvelope envelope, Func<List<InboundItem<TItem>>, InboundRequest> make)
        where TWire : class, TItem, new()
        where TItem : class
    {
        var items = InboundItems.Read<TWire, TItem>(envelope);
        return items.IsRead ? new(make(items.Value)) : new(items.Fault);
    }

    private static WireResult<InboundRequest> Key(InboundEnvelope envelope, string field, string? key, Func<string, InboundRequest> make) =>
        key is null ? new(WireFault.Of(WireObjects.Envelope, field, field, WireRule.Missing)) : new(make(key));
}
