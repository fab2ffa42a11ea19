using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>An order's row in the registry, with what it needs of its obligation. No personal data.</summary>
public sealed record OrderRow
{
    /// <summary>The payment reference.</summary>
    public required PaymentReference Reference { get; init; }

    /// <summary>Its obligation.</summary>
    public required ObligationId Obligation { get; init; }

    /// <summary>The account that stated the obligation.</summary>
    public required string Account { get; init; }

    /// <summary>The collecting agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>The dossier; null when it has none of ours.</summary>
    public DossierCode? Dossier { get; init; }

    /// <summary>The account to which its money goes.</summary>
    public required BeneficiaryAccount Beneficiary { get; init; }

    /// <summary>What is to be paid.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The ministry's system that gets the callback of 5.3; null for none.</summary>
    public string? ConfirmTo { get; init; }

    /// <summary>Where it stands, as its saga said last.</summary>
    public required OrderState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What was collected for it in all, without what partners took back.</summary>
    public required Vnd Collected { get; init; }

    /// <summary>What went back.</summary>
    public required Vnd Refunded { get; init; }

    /// <summary>What is on its way back.</summary>
    public required Vnd Refunding { get; init; }

    /// <summary>What is on the beneficiary's account, without what went back from it.</summary>
    public required Vnd Settled { get; init; }

    /// <summary>The partner that paid it; null while it is not paid.</summary>
    public string? Partner { get; init; }

    /// <summary>The payment's number; null while it is not paid.</summary>
    public string? TransactionNo { get; init; }

    /// <summary>The state that the ministry's system took last; null for none.</summary>
    public OrderState? Confirmed { get; init; }

    /// <summary>How many differences were found.</summary>
    public required int Differences { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    internal const string Columns =
        """
        o.reference, o.obligation, b.account, o.agency, b.dossier, o.account_number, o.bank, o.account_name, o.treasury, o.amount, b.expires_at, b.confirm_to,
        o.state, o.state_since, o.collected, o.refunded, o.refunding, o.settled, o.partner, o.transaction_no, o.confirmed, o.differences, o.created_at
        """;

    internal const string Tables = "payment.payment_order o join payment.obligation b on b.id = o.obligation";

    internal static OrderRow Read(NpgsqlDataReader reader) => new()
    {
        Reference = PaymentReference.Parse(reader.GetString(0)),
        Obligation = ObligationId.Parse(reader.GetString(1)),
        Account = reader.GetString(2),
        Agency = AgencyCode.Parse(reader.GetString(3)),
        Dossier = reader.IsDBNull(4) ? null : DossierCode.Parse(reader.GetString(4)),
        Beneficiary = new BeneficiaryAccount(reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetBoolean(8)),
        Amount = new Vnd(reader.GetInt64(9)),
        ExpiresAt = reader.GetFieldValue<DateTimeOffset>(10),
        ConfirmTo = reader.TextOrNull(11),
        State = (OrderState)reader.GetInt16(12),
        Since = reader.GetFieldValue<DateTimeOffset>(13),
        Collected = new Vnd(reader.GetInt64(14)),
        Refunded = new Vnd(reader.GetInt64(15)),
        Refunding = new Vnd(reader.GetInt64(16)),
        Settled = new Vnd(reader.GetInt64(17)),
        Partner = reader.TextOrNull(18),
        TransactionNo = reader.TextOrNull(19),
        Confirmed = reader.IsDBNull(20) ? null : (OrderState)reader.GetInt16(20),
        Differences = reader.GetInt32(21),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(22),
    };
}
