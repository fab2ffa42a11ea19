using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Registries.Operations.Dossiers;

/// <summary>Which dossiers are looked for; what is null does not matter.</summary>
public sealed record DossierCriteria
{
    /// <summary>Only dossiers of these agencies: the part of the agency tree that whoever asks may see. Null for all, unrouted ones too.</summary>
    public IReadOnlyCollection<string>? Scope { get; init; }

    /// <summary>This dossier.</summary>
    public DossierCode? Code { get; init; }

    /// <summary>The competent agency.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The current state.</summary>
    public DossierState? State { get; init; }

    /// <summary>The procedure.</summary>
    public ProcedureCode? Procedure { get; init; }

    /// <summary>Filed on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Filed on this day or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The caller's own id of the filing.</summary>
    public string? Submission { get; init; }

    /// <summary>The keyed hash of the applicant's number (<see cref="Sealing.Sealer.HashIdentity"/>).</summary>
    public byte[]? Applicant { get; init; }

    /// <summary>The keyed hash of the applicant's telephone number (<see cref="Sealing.Sealer.HashPhone"/>).</summary>
    public byte[]? Phone { get; init; }

    /// <summary>The reference of one of its payments.</summary>
    public string? Reference { get; init; }

    /// <summary>A bank's or an intermediary's number of one of its payments.</summary>
    public string? Transaction { get; init; }

    /// <summary>Only those with an alarm.</summary>
    public bool WithAlarms { get; init; }

    /// <summary>Only what comes behind this place.</summary>
    public SearchPlace? After { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Whether few dossiers can meet the criteria, and an index finds them all at once.</summary>
    internal bool IsPointed => Code is not null || Submission is not null || Applicant is not null || Phone is not null || Reference is not null || Transaction is not null
        || State == DossierState.Unrouted;
}
