using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Runtime.Hosting;
using Npgsql;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>
/// Announced maintenance (A32.3): a partner is not called while it lasts, and what could not be delivered then is nobody's delay. One-stop systems'
/// windows are the catalogue's, the others' are kept beside it; hosts load both within seconds.
/// </summary>
public sealed class MaintenanceDesk(NpgsqlDataSource database, AuditTrail trail, AccessPolicy policy, ICalendarSource calendars, TimeProvider time)
{
    /// <summary>Whose working days count for everybody.</summary>
    private const string Calendar = "vn";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>The windows that are not over, by their beginning.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="partner">Only this partner's; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<MaintenanceView>> ListAsync(Operator who, string? partner, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        await using var command = database.CreateCommand(MaintenanceRows.List);
        command.Parameters.Add(new() { Value = (object?)partner ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = time.GetUtcNow().UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var windows = new List<MaintenanceView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!policy.Covers(who, reader.IsDBNull(7) ? null : reader.GetString(7))) continue;
            var (from, told) = (reader.GetFieldValue<DateTimeOffset>(1), reader.IsDBNull(4) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(4));
            windows.Add(new MaintenanceView(
                reader.GetString(0), from, reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), DaysUntil(from, told), told,
                told is null ? null : reader.GetString(5), told is null ? null : reader.GetString(6)));
        }

        return windows;
    }

    /// <summary>Makes a window, or puts it in the place of the one that begins at <paramref name="replaced"/>.</summary>
    /// <returns>The working days to its beginning; fewer than five are allowed, since a repair cannot wait, and are to be shown.</returns>
    /// <exception cref="RuleBrokenException">A field breaks a rule; nothing was changed.</exception>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    public async Task<int> SaveAsync(Operator who, MaintenanceOrder order, DateTimeOffset? replaced, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var agency = await PartnerPlace.RequireAsync(connection, transaction, policy, who, order.Partner, cancellationToken);
        var (why, announcement) = (RuleBrokenException.RequireReason(reason), RuleBrokenException.RequireText("announcement", order.Announcement, 5, 2000));
        if (order.To <= order.From) throw new RuleBrokenException("to", "phải sau lúc bắt đầu.", "must be after the beginning.");
        if (order.To <= time.GetUtcNow()) throw new RuleBrokenException("to", "phải ở tương lai.", "must be in the future.");
        if (order.To - order.From > Longest) throw new RuleBrokenException("to", "không quá 31 ngày sau lúc bắt đầu.", "must be at most 31 days after the beginning.");
        var rows = new MaintenanceRows(connection, transaction, order.Partner);
        if (replaced is { } old && !await rows.RemoveAsync(old, cancellationToken)) throw Missing();
        if (await rows.OverlapsAsync(order.From, order.To, cancellationToken))
        {
            throw new RuleBrokenException("from", "trùng với một đợt bảo trì khác của đối tác.", "overlaps another window of the partner.");
        }

        await rows.InsertAsync(order.From, order.To, announcement, cancellationToken);
        var days = DaysUntil(order.From, toldAt: null);
        await trail.WriteAsync(
            connection, transaction,
            new AuditEntry(who, replaced is null ? "partner.maintenance.create" : "partner.maintenance.change", "partner", order.Partner)
            {
                Agency = agency,
                Reason = why,
                Detail = $"{order.From:O}/{order.To:O}, {days} working days ahead" + (replaced is { } before ? $", instead of {before:O}" : ""),
            },
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return days;
    }

    /// <summary>Takes a window back.</summary>
    /// <inheritdoc cref="SaveAsync"/>
    public async Task RemoveAsync(Operator who, string partner, DateTimeOffset from, string? reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var agency = await PartnerPlace.RequireAsync(connection, transaction, policy, who, partner, cancellationToken);
        var why = RuleBrokenException.RequireReason(reason);
        if (!await new MaintenanceRows(connection, transaction, partner).RemoveAsync(from, cancellationToken)) throw Missing();
        await trail.WriteAsync(
            connection, transaction, new AuditEntry(who, "partner.maintenance.cancel", "partner", partner) { Agency = agency, Reason = why, Detail = $"{from:O}" }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Puts on record that the agencies were told of a window, how, and how many working days ahead.</summary>
    /// <returns>The working days.</returns>
    /// <inheritdoc cref="SaveAsync"/>
    public async Task<int> AnnounceAsync(Operator who, string partner, DateTimeOffset from, string? channel, string? reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var agency = await PartnerPlace.RequireAsync(connection, transaction, policy, who, partner, cancellationToken);
        var (why, how) = (RuleBrokenException.RequireReason(reason), RuleBrokenException.RequireText("channel", channel, 3, 200));
        var days = DaysUntil(from, toldAt: null);
        if (!await new MaintenanceRows(connection, transaction, partner).AnnounceAsync(from, time.GetUtcNow(), who.Name, days, how, cancellationToken)) throw Missing();
        await trail.WriteAsync(
            connection, transaction,
            new AuditEntry(who, "partner.maintenance.announce", "partner", partner) { Agency = agency, Reason = why, Detail = $"{from:O}, {days} working days ahead, {how}" },
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return days;
    }

    private int DaysUntil(DateTimeOffset from, DateTimeOffset? toldAt)
    {
        var since = toldAt ?? time.GetUtcNow();
        return from <= since ? 0 : calendars.Current.WorkingDaysBetween(Calendar, since, from);
    }

    private static RuleBrokenException Missing() => new("from", "không có đợt bảo trì bắt đầu lúc này.", "no window begins at this time.");
}
