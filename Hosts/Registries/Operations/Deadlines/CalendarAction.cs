using System.Text.Json;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using Npgsql;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>Writes an approved day into the calendar. Its version rises with the commit, and the hosts count the clocks again.</summary>
internal sealed class CalendarAction(CalendarRows rows, Func<ICalendarMaker> maker, AuditTrail trail) : IApprovedAction
{
    /// <summary>The kind.</summary>
    public const string DayKind = "calendar.day";

    public string Kind => DayKind;

    public string Vietnamese => "Sửa lịch làm việc";

    public string English => "Change the working calendar";

    public string? PageOf(string target) => "/deadlines/calendar?target=" + Uri.EscapeDataString(target);

    public async Task<string> ExecuteAsync(ApprovedOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var day = JsonSerializer.Deserialize<CalendarDay>(order.Payload.Span)!;
        // The others may have changed since it was proposed: what cannot be counted with must not get in.
        var data = await rows.LoadAsync(cancellationToken);
        try
        {
            maker().Make(data with { Days = [.. data.Days.Where(other => (other.Calendar, other.Date) != (day.Calendar, day.Date)), day] });
        }
        catch (ArgumentException deficient)
        {
            throw new ApprovedActionFailedException(deficient.Message);
        }

        await using var command = new NpgsqlCommand(
            """
            insert into catalogue.calendar_day (calendar, date, kind, name, source_document, active) values ($1, $2, $3, $4, $5, $6)
            on conflict (calendar, date) do update set kind = excluded.kind, name = excluded.name, source_document = excluded.source_document, active = excluded.active
            """,
            order.Connection, order.Transaction);
        foreach (var value in new object[] { day.Calendar, day.Date, day.Kind.ToString(), day.Name, day.SourceDocument, day.Active }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await trail.WriteAsync(
            order.Connection, order.Transaction,
            new AuditEntry(order.Approver, DayKind, "calendar", order.Target)
            {
                Agency = order.Agency,
                Reason = order.Reason,
                Detail = $"{day.Kind}, active {day.Active}, {day.SourceDocument}, approval {order.Approval}, proposed by {order.ProposedBy}",
            },
            cancellationToken);
        return "the calendar is changed; running clocks are counted again";
    }
}
