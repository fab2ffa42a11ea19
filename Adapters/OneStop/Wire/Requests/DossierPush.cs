using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>
/// A dossier that the portal hands to an agency's system: <c>{service, isUpdating, data}</c>, our body by <c>decisions.md</c> ("Push to an
/// agency") in the shape of 4.2. Read by the sandbox and by tests.
/// </summary>
public sealed class DossierPush
{
    private DossierPush(InboundEnvelope envelope, IDossier dossier)
    {
        Service = envelope.Service;
        IsUpdating = envelope.IsUpdating ?? false;
        Dossier = dossier;
    }

    /// <summary>The handler that is called: <see cref="OneStopServices.PushDossier"/>.</summary>
    public string Service { get; }

    /// <summary>Whether the dossier replaces one that the system has.</summary>
    public bool IsUpdating { get; }

    /// <summary>The dossier, of the system's generation.</summary>
    public IDossier Dossier { get; }

    /// <summary>Reads the body of a push.</summary>
    public static WireResult<DossierPush> Read(ReadOnlyMemory<byte> body, WireGeneration generation, WireLimits? limits = null)
    {
        var envelope = InboundEnvelope.Read(body, limits);
        if (!envelope.IsRead) return new(envelope.Fault);
        var items = generation == WireGeneration.G1
            ? InboundItems.Read<G1.Dossier, IDossier>(envelope.Value)
            : InboundItems.Read<G2.Dossier, IDossier>(envelope.Value);
        if (!items.IsRead) return new(items.Fault);
        return items.Value is [{ } only]
            ? only.Value is null ? new(only.Faults[0]) : new(new DossierPush(envelope.Value, only.Value))
            : new(WireFault.Of(WireObjects.Envelope, "data", "data", WireRule.TooMany, 1));
    }
}

/// <summary>The portal's question to an agency's system: do you have this dossier (2.8)?</summary>
public sealed class AgencyLookup
{
    private AgencyLookup(string maSoHoSo) => MaSoHoSo = maSoHoSo;

    /// <summary>The dossier asked for.</summary>
    public string MaSoHoSo { get; }

    /// <summary>Reads the body of the question.</summary>
    public static WireResult<AgencyLookup> Read(ReadOnlyMemory<byte> body, WireLimits? limits = null)
    {
        var envelope = InboundEnvelope.Read(body, limits);
        if (!envelope.IsRead) return new(envelope.Fault);
        return (envelope.Value.Fields.MaSoHoSo ?? envelope.Value.Fields.MaHoSo) is { } code
            ? new(new AgencyLookup(code))
            : new(WireFault.Of(WireObjects.Envelope, "masohoso", "masohoso", WireRule.Missing));
    }
}
