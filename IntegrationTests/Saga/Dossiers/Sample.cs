using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Tests.WorkingTime;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>A dossier and what is said of it. March 2026 has no holiday; the 2nd is a Monday.</summary>
internal static class Sample
{
    public static DossierCode Code { get; } = DossierCode.Parse("H29.101-260302-5000001");

    public static AgencyCode Agency { get; } = AgencyCode.Parse("H29.101");

    public const string System = "H29";

    /// <summary>Monday morning.</summary>
    public static DateTimeOffset Start { get; } = Moment.At("2026-03-02 09:00");

    public static ProcessingTerm FiveDays { get; } = new(5, TermUnit.WorkingDays, "1.001193/online/1 v7");

    public static WorkingCalendars Calendars { get; } = CalendarsOf(1);

    public static SubmitDossier Filing { get; } = new(
        Code, ProcedureCode.Parse("1.001193"), Agency, System, DossierOrigin.Portal, FilingChannel.Online, Central: true, Start, "H29.101", FiveDays,
        Moment.At("2026-03-09 17:00"), NoticeChannels.Sms | NoticeChannels.Email);

    public static RegisterAgencyDossier Counter { get; } = new(
        Code, ProcedureCode.Parse("1.001193"), Agency, System, FilingChannel.Direct, Start, "H29.101", FiveDays);

    public static DossierDelivered Delivered { get; } = new(Code, Revision: 1, AlreadyThere: false);

    public static WorkingCalendars CalendarsOf(int version, params CalendarDay[] days) =>
        new(new CalendarData(version, days, Office.Week("vn", "08:00-12:00 13:00-17:00"), [Office.Window("H29", "2026-03-03 20:00", "2026-03-03 23:00")]));

    /// <summary>A progress row. Its identity follows from what it says, as on the wire.</summary>
    public static RecordAgencyStatus Row(int state, DateTimeOffset at, string? text = null) => Row(new AgencyStatusRow
    {
        RowId = IdOf("progress", state, at, text),
        Source = StatusSource.Progress,
        State = (DossierState)state,
        At = at,
        Officer = "Trần Thị B",
        Text = text,
    });

    public static RecordAgencyStatus Row(int state, string at, string? text = null) => Row(state, Moment.At(at), text);

    /// <summary>A whole dossier (DongBoHoSoMC): it says when it was received, and may promise a date.</summary>
    public static RecordAgencyStatus Whole(int state, string received, string? promised = null, string? at = null, string? note = null) => Row(new AgencyStatusRow
    {
        RowId = IdOf("dossier", state, received, promised, at, note),
        Source = StatusSource.Dossier,
        State = (DossierState)state,
        At = Moment.At(at ?? received),
        ReceivedAt = Moment.At(received),
        AppointmentAt = promised is null ? null : Moment.At(promised),
        Text = note,
    });

    public static AcceptCorrection Accept(RecordAgencyStatus row) => new(Code, row.Row.RowId, "Nhập nhầm", "vanhanh01");

    private static RecordAgencyStatus Row(AgencyStatusRow row) => new(Code, System, row);

    /// <summary>FNV-1a of the parts, as 16 hexadecimal digits.</summary>
    private static string IdOf(params object?[] parts)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in string.Join('|', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture))))
            hash = (hash ^ letter) * 1099511628211UL;
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
