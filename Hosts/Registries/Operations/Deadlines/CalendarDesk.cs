using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using Npgsql;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>Makes calendars that can be counted with; the rules of counting are the sagas' room's, which this room does not know.</summary>
public interface ICalendarMaker
{
    /// <summary>Makes them.</summary>
    /// <exception cref="ArgumentException">They contradict themselves.</exception>
    ICalendars Make(CalendarData data);
}

/// <summary>
/// The working calendar: its special days, each with the document that set it. A change is previewed, proposed with a reason and approved by a second
/// person; the hosts then count every running clock in working time again.
/// </summary>
public sealed class CalendarDesk(NpgsqlDataSource database, CalendarRows rows, ICalendarMaker maker, ApprovalDesk approvals, AccessPolicy policy, TimeProvider time)
{
    /// <summary>The national calendar.</summary>
    public const string National = "vn";

    private const int MostYearsAhead = 5;

    /// <summary>The special days of a year.</summary>
    public async Task<IReadOnlyList<CalendarDay>> DaysAsync(Operator who, string calendar, int year, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        var data = await rows.LoadAsync(cancellationToken);
        return [.. data.Days.Where(day => day.Calendar == calendar && day.Date.Year == year).OrderBy(day => day.Date)];
    }

    /// <summary>What a change would move.</summary>
    /// <exception cref="RuleBrokenException">A field breaks a rule, or the calendars would contradict themselves.</exception>
    public async Task<CalendarPreview> PreviewAsync(Operator who, CalendarDay day, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        var wanted = Checked(day);
        return await new CalendarCount(database, time).CountAsync(wanted, await MadeWithAsync(wanted, cancellationToken), cancellationToken);
    }

    /// <summary>Proposes a change.</summary>
    /// <returns>The proposal's id.</returns>
    /// <exception cref="RuleBrokenException">A field breaks a rule, or the calendars would contradict themselves.</exception>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    /// <exception cref="ApprovalRefusedException">The reason is missing, or a change of the day is proposed already.</exception>
    public async Task<Guid> ProposeAsync(Operator who, CalendarDay day, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        var agency = AgencyOf(day.Calendar);
        policy.Require(who, Permission.Act, agency);
        var wanted = Checked(day);
        await MadeWithAsync(wanted, cancellationToken);
        var why = $"{wanted.Kind}{(wanted.Active ? "" : " (off)")}, {wanted.Name}, {wanted.SourceDocument}: {RuleBrokenException.RequireReason(reason)}";
        return await approvals.ProposeAsync(
            who, new Proposal(CalendarAction.DayKind, TargetOf(wanted), agency, JsonSerializer.SerializeToUtf8Bytes(wanted), why), cancellationToken);
    }

    /// <summary>What a day is called in proposals and in the trail.</summary>
    public static string TargetOf(CalendarDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Calendar}:{day.Date:yyyy-MM-dd}");
    }

    /// <summary>The calendars with this day in them.</summary>
    internal async Task<ICalendars> MadeWithAsync(CalendarDay day, CancellationToken cancellationToken)
    {
        var data = await rows.LoadAsync(cancellationToken);
        var days = data.Days.Where(other => (other.Calendar, other.Date) != (day.Calendar, day.Date)).Append(day).ToList();
        try
        {
            return maker.Make(data with { Version = data.Version + 1, Days = days });
        }
        catch (ArgumentException deficient)
        {
            throw new RuleBrokenException("date", $"lịch sẽ không dùng được: {deficient.Message}", $"the calendars could not be counted with: {deficient.Message}");
        }
    }

    private static string? AgencyOf(string calendar) => calendar == National ? null : calendar;

    private CalendarDay Checked(CalendarDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (day.Calendar != National && !AgencyCode.TryParse(day.Calendar, out _))
        {
            throw new RuleBrokenException("calendar", "phải là vn hoặc mã cơ quan.", "must be vn or the code of an agency.");
        }

        var today = VietnamTime.DayOf(time.GetUtcNow());
        if (day.Date < today.AddYears(-1) || day.Date > today.AddYears(MostYearsAhead))
        {
            throw new RuleBrokenException("date", "phải từ một năm trước đến năm năm sau.", "must be from a year ago to five years ahead.");
        }

        if (!Enum.IsDefined(day.Kind)) throw new RuleBrokenException("kind", "không có loại ngày này.", "there is no such kind of day.");
        var weekend = day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (day is { Kind: DayKind.WorkingDay, Active: true } && !weekend)
        {
            throw new RuleBrokenException("kind", "ngày làm bù phải là thứ Bảy hoặc Chủ nhật.", "a working day in exchange must be a Saturday or a Sunday.");
        }

        return day with
        {
            Name = RuleBrokenException.RequireText("name", day.Name, 2, 200),
            SourceDocument = RuleBrokenException.RequireText("document", day.SourceDocument, 3, 500),
        };
    }
}
