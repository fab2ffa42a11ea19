using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>An obligation that has no fault, whichever way it was stated.</summary>
internal sealed record StatedObligation
{
    /// <summary>Its identity with us.</summary>
    public required ObligationId Id { get; init; }

    /// <summary>What the system that states it calls it.</summary>
    public required string OwnId { get; init; }

    /// <summary>The dossier; null when the number is none of ours.</summary>
    public DossierCode? Dossier { get; init; }

    /// <summary>The collecting agency.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The lines; <see cref="Saga.Payments.ObligationSplit.FaultOf"/> finds nothing in them.</summary>
    public required IReadOnlyList<FeeLine> Lines { get; init; }

    /// <summary>Until when it can be paid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The ministry's system that gets the callback of 5.3; null when it follows events.</summary>
    public string? ConfirmTo { get; init; }

    /// <summary>What was said of persons, or may be about them.</summary>
    public required ObligationWords Words { get; init; }

    /// <summary>The account that states it.</summary>
    public required string Caller { get; init; }
}
