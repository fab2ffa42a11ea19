using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>DongBoHoSoMC: dossiers, whole; an update replaces the whole dossier (2.1, 2.8).</summary>
public sealed class SyncDossiers : InboundRequest
{
    internal SyncDossiers(InboundEnvelope envelope, WireGeneration generation, IReadOnlyList<InboundItem<IDossier>> items)
        : base(envelope)
    {
        IsUpdating = envelope.IsUpdating;
        Generation = generation;
        Items = items;
    }

    /// <summary>Whether the dossiers are said to be known already, one flag for the whole batch; null when the call does not say.</summary>
    public bool? IsUpdating { get; }

    /// <summary>The contract of the items.</summary>
    public WireGeneration Generation { get; }

    /// <summary>The dossiers.</summary>
    public IReadOnlyList<InboundItem<IDossier>> Items { get; }
}

/// <summary>CapNhatTienDoHoSoMC: steps of the work on dossiers (2.4).</summary>
public sealed class RecordProgress : InboundRequest
{
    internal RecordProgress(InboundEnvelope envelope, IReadOnlyList<InboundItem<ProgressRow>> items)
        : base(envelope) => Items = items;

    /// <summary>The steps.</summary>
    public IReadOnlyList<InboundItem<ProgressRow>> Items { get; }
}

/// <summary>DongBoTrangThaiHoSo: the status of a dossier that came from the portal (2.5).</summary>
public sealed class SyncStatus : InboundRequest
{
    internal SyncStatus(InboundEnvelope envelope, IReadOnlyList<InboundItem<DossierStatus>> items)
        : base(envelope) => Items = items;

    /// <summary>The status: one in the contract; several when a client wraps it in an array.</summary>
    public IReadOnlyList<InboundItem<DossierStatus>> Items { get; }
}

/// <summary>TraCuuHoSo: does the portal know this dossier (2.8)?</summary>
public sealed class LookUpDossier : InboundRequest
{
    internal LookUpDossier(InboundEnvelope envelope, string maHoSo)
        : base(envelope) => MaHoSo = maHoSo;

    /// <summary>The code, as it came: one that no dossier can have is simply not known.</summary>
    public string MaHoSo { get; }
}

/// <summary>A service that is not supported: answered -1 with its name, kept raw and counted.</summary>
public sealed class UnsupportedService : InboundRequest
{
    internal UnsupportedService(InboundEnvelope envelope)
        : base(envelope)
    {
    }

    /// <summary>The service's name, fit to be shown: what is no name is called so.</summary>
    public string Name => IsName(Service) ? Service : "(tên không hợp lệ)";

    private static bool IsName(string text) =>
        text.Length <= 60 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');
}
