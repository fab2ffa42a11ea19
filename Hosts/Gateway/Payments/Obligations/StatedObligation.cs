using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;

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

    /// <summary>Under which identity status 6 would state the fees of this dossier; null when none of ours.</summary>
    public ObligationId? Listed { get; init; }

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

    /// <summary>What is to be paid.</summary>
    public Vnd Amount => Vnd.Sum(Lines.Select(line => line.Amount));

    /// <summary>Its rows.</summary>
    /// <param name="orders">Its orders.</param>
    /// <param name="now">When it is stated.</param>
    /// <param name="content">SHA-256 of what makes two statements the same.</param>
    public RegisterObligation Record(IReadOnlyList<ObligationOrder> orders, DateTimeOffset now, byte[] content)
    {
        // Without the cast nothing said would turn into no bytes, and those into a sealed row that nobody can read.
        var payer = Words.Write() is { } words ? words : (ReadOnlyMemory<byte>?)null;
        return new RegisterObligation(Id, Caller, Agency.Code, Dossier, orders, now, ExpiresAt, ConfirmTo, content, payer);
    }

    /// <summary>The message that opens the orders.</summary>
    /// <param name="orders">Its orders.</param>
    public DoorMessage Message(IReadOnlyList<ObligationOrder> orders) =>
        new(new StateObligation(Id, Dossier, Agency.Code, Agency.Code.Value, orders, ExpiresAt, ConfirmTo), PaymentFlow.Shared);
}
