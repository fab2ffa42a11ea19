using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Payments.Desk;

/// <summary>A difference, and where the inquiry on it stands.</summary>
/// <param name="Difference">Its identity.</param>
/// <param name="Kind">What does not agree.</param>
/// <param name="Partner">The partner's code; empty when no partner is concerned.</param>
/// <param name="Reference">The order; null when nothing here belongs to it.</param>
/// <param name="Agency">The collecting agency; null when it is not known.</param>
/// <param name="TransactionNo">The partner's number; null when there is none.</param>
/// <param name="Day">The day the transaction belongs to.</param>
/// <param name="Expected">What we have.</param>
/// <param name="Found">What the partner has.</param>
/// <param name="FoundAt">When it was found.</param>
/// <param name="State">Where the inquiry stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Answers">Who has answered.</param>
/// <param name="Deadline">By when it should be closed.</param>
/// <param name="ClaimUntil">Until when the payer may claim; null while the inquiry has no row.</param>
/// <param name="CarriedTo">The day it was carried over to last.</param>
/// <param name="IsOverdue">Whether the deadline has passed.</param>
public sealed record InquiryRow(
    string Difference, DifferenceKind Kind, string Partner, PaymentReference? Reference, AgencyCode? Agency, string? TransactionNo, DateOnly Day, Vnd Expected,
    Vnd Found, DateTimeOffset FoundAt, InquiryState State, DateTimeOffset Since, InquiryParty Answers, DateTimeOffset Deadline, DateTimeOffset? ClaimUntil,
    DateOnly? CarriedTo, bool IsOverdue);

/// <summary>What was said in an inquiry.</summary>
/// <param name="Step">What it was.</param>
/// <param name="Text">The words.</param>
/// <param name="By">The account, or the reconciliation's run.</param>
/// <param name="At">When.</param>
public sealed record InquiryStepRow(InquiryStep Step, string Text, string By, DateTimeOffset At);

/// <summary>Which inquiries are looked for; what is null does not matter.</summary>
public sealed record InquiryCriteria
{
    /// <summary>The partner.</summary>
    public string? Partner { get; init; }

    /// <summary>The collecting agency.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The agencies that whoever looks may see; null for all, and for what belongs to none.</summary>
    public IReadOnlyList<string>? Agencies { get; init; }

    /// <summary>The order.</summary>
    public PaymentReference? Reference { get; init; }

    /// <summary>The day the transaction belongs to.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether those that are closed are wanted too.</summary>
    public bool WithClosed { get; init; }

    /// <summary>Only those whose deadline has passed at this time, or was said to have.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>Lists differences and the inquiries on them; what is due first comes first.</summary>
public sealed class InquiryDesk(NpgsqlDataSource database)
{
    // A difference whose inquiry has no row yet is one that was opened a moment ago.
    private const string Select =
        """
        select d.id, d.kind, d.partner, d.reference, d.agency, d.transaction_no, d.day, d.expected, d.found, d.found_at, coalesce(i.state, 1),
          coalesce(i.state_since, d.found_at), coalesce(i.answers, 0), coalesce(i.deadline, d.deadline), i.claim_until, i.carried_to, coalesce(i.overdue, false)
        from payment.difference d left join payment.inquiry i on i.difference = d.id
        where 
        """;

    private const string Steps = "select s.step, s.said, s.by_account, s.at from payment.inquiry_step s where s.difference = $1 order by s.at, s.id";

    /// <summary>The inquiries that meet all criteria.</summary>
    public async Task<IReadOnlyList<InquiryRow>> FindAsync(InquiryCriteria criteria, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        await using var command = database.CreateCommand();
        var where = new Criteria(command)
            .Add("d.partner = ?", NpgsqlDbType.Text, criteria.Partner)
            .Add("d.agency = ?", NpgsqlDbType.Text, criteria.Agency?.Value)
            .Add("d.agency = any(?)", NpgsqlDbType.Array | NpgsqlDbType.Text, criteria.Agencies?.ToArray())
            .Add("d.reference = ?", NpgsqlDbType.Text, criteria.Reference?.Value)
            .Add("d.day = ?", NpgsqlDbType.Date, criteria.Day)
            .Add("(i.overdue or coalesce(i.deadline, d.deadline) < ?)", NpgsqlDbType.TimestampTz, criteria.OverdueAt?.UtcDateTime);
        if (!criteria.WithClosed) where.Add("i.state is distinct from 4");
        var limit = where.Parameter(NpgsqlDbType.Integer, criteria.Limit);
        command.CommandText = $"{Select}{where.Where} order by 14, d.id limit {limit}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    /// <summary>One inquiry; null when there is no such difference.</summary>
    public async Task<InquiryRow?> FindAsync(string difference, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Select}d.id = $1");
        command.Parameters.Add(new() { Value = difference });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return (await reader.AllAsync(Read, cancellationToken)).SingleOrDefault();
    }

    /// <summary>What was said in one, the earliest first.</summary>
    public async Task<IReadOnlyList<InquiryStepRow>> StepsAsync(string difference, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Steps);
        command.Parameters.Add(new() { Value = difference });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new InquiryStepRow((InquiryStep)row.GetInt16(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)),
            cancellationToken);
    }

    private static InquiryRow Read(NpgsqlDataReader row) => new(
        row.GetString(0), (DifferenceKind)row.GetInt16(1), row.GetString(2), row.TextOrNull(3) is { } reference ? PaymentReference.Parse(reference) : null,
        row.TextOrNull(4) is { } agency ? AgencyCode.Parse(agency) : null, row.TextOrNull(5), row.GetFieldValue<DateOnly>(6), new Vnd(row.GetInt64(7)),
        new Vnd(row.GetInt64(8)), row.GetFieldValue<DateTimeOffset>(9), (InquiryState)row.GetInt16(10), row.GetFieldValue<DateTimeOffset>(11),
        (InquiryParty)row.GetInt16(12), row.GetFieldValue<DateTimeOffset>(13), row.TimeOrNull(14), row.IsDBNull(15) ? null : row.GetFieldValue<DateOnly>(15),
        row.GetBoolean(16));
}
