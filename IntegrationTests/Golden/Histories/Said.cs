using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>What is said in the scripts: a made-up dossier of a made-up agency.</summary>
internal static class Said
{
    public const string Key = "H29.101-260302-5000001";
    public static readonly DossierCode Code = DossierCode.Parse(Key);
    private const string System = "H29";
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");
    private static readonly ProcedureCode Procedure = ProcedureCode.Parse("1.001193");
    private static readonly ProcessingTerm FiveDays = new(5, TermUnit.WorkingDays, "1.001193/online/1 v7");
    private static readonly DateTimeOffset Start = GoldenCalendars.At("2026-03-02T09:00");

    public static SubmitDossier Filing { get; } = new(
        Code, Procedure, Agency, System, DossierOrigin.Portal, FilingChannel.Online, Central: true, Start, "H29.101", FiveDays,
        GoldenCalendars.At("2026-03-09T17:00"), NoticeChannels.Sms | NoticeChannels.Email);

    public static SubmitDossier ByPost { get; } = Filing with { Post = PostServices.CollectPapers | PostServices.ReturnResult | PostServices.CashOnDelivery };

    public static SubmitDossier Unrouted { get; } = Filing with
    {
        Agency = null,
        System = null,
        Origin = DossierOrigin.Coordination,
        Channel = FilingChannel.Direct,
        Calendar = "vn",
        Term = null,
        Deadline = null,
    };

    public static AssignAgency Assigned { get; } = new(
        Code, Agency, System, Central: true, "H29.101", FiveDays, GoldenCalendars.At("2026-03-10T17:00"), "dieuphoi01");

    public static RegisterAgencyDossier Counter { get; } = new(Code, Procedure, Agency, System, FilingChannel.Direct, Start, "H29.101", FiveDays);

    public static DossierDelivered Delivered { get; } = new(Code, Revision: 1, AlreadyThere: false);

    public static DeliveryRefused Refused { get; } = new(Code, Revision: 1, "Mã thủ tục chưa cấu hình");

    public static RedeliverDossier Redelivery { get; } = new(Code, "vanhanh01", Guid.Parse("0195a000-0000-7000-8000-000000000001"));

    public static SupplementDossier Supplement(int revision, string at) => new(Code, revision, GoldenCalendars.At(at));

    public static ReportFileFault Fault(int number, FileFault fault) => new(Code, number, Revision: 1, fault);

    /// <summary>A progress row; its id says what it is.</summary>
    public static RecordAgencyStatus Row(int state, string at, string? text = null, string? id = null) => new(Code, System, new AgencyStatusRow
    {
        RowId = id ?? IdOf(state, at),
        Source = StatusSource.Progress,
        State = (DossierState)state,
        At = GoldenCalendars.At(at),
        Officer = "Trần Thị B",
        Title = "Chuyên viên",
        Department = "Bộ phận một cửa",
        Text = text,
    });

    /// <summary>The post handed the result over.</summary>
    public static RecordAgencyStatus HandedOver(string at) => new(Code, "vnpost", new AgencyStatusRow
    {
        RowId = IdOf(210, at),
        Source = StatusSource.Post,
        State = DossierState.Returned,
        At = GoldenCalendars.At(at),
        Text = "Bưu chính công ích đã phát kết quả, bưu gửi EH000000001VN",
    });

    /// <summary>A whole dossier: it says when it was received, and may promise a date.</summary>
    public static RecordAgencyStatus Whole(int state, string received, string? promised, string at, string? note = null) => new(Code, System, new AgencyStatusRow
    {
        RowId = IdOf(state + 100, at),
        Source = StatusSource.Dossier,
        State = (DossierState)state,
        At = GoldenCalendars.At(at),
        ReceivedAt = GoldenCalendars.At(received),
        AppointmentAt = promised is null ? null : GoldenCalendars.At(promised),
        Text = note,
    });

    /// <summary>Where an obligation of the dossier stands.</summary>
    public static DossierPaymentChanged Fee(string id, ObligationState state, long paid, string at) =>
        new(Code, ObligationId.Of(System, id), state, new Vnd(150_000), new Vnd(paid), GoldenCalendars.At(at));

    public static ReconcileDossier Reconcile(int restore) => new(Code, restore);

    /// <summary>What a look-up says: a state as of when it was asked, or that the dossier is not known there.</summary>
    public static DossierStateTold Told(int restore, int? state, string at) => new(Code, System, restore, state is { } known
        ? new AgencyStatusRow { RowId = IdOf(known + 200, at), Source = StatusSource.Asked, State = (DossierState)known, At = GoldenCalendars.At(at) }
        : null);

    public static DossierStateNotTold NotTold(int restore) => new(Code, restore);

    public static AcceptCorrection Accept(RecordAgencyStatus row) => new(Code, row.Row.RowId, "Nhập nhầm", "vanhanh01");

    public static NotifyApplicant Notice(string occasion, int state, NoticeChannels channels = NoticeChannels.Sms | NoticeChannels.Email) =>
        new(Code, occasion, (DossierState)state, Start, GoldenCalendars.At("2026-03-09T17:00"), channels);

    public static NoticeNotTaken NotTaken(string occasion, string provider) => new(Code, occasion, NoticeChannels.Sms, provider, "the provider is left alone: down");

    public static DeliveryTold Reported(string occasion, NoticeChannels channel, NoticeState state, string? reason = null) => new(Code, occasion, channel, state, reason);

    public static NoticeSent Sent(string occasion, NoticeChannels channel) => new(Code, occasion, channel);

    public static NoticeFailed Failed(string occasion, NoticeChannels channel) => new(Code, occasion, channel, "no number");

    /// <summary>State and minute, as 16 hexadecimal digits.</summary>
    private static string IdOf(int state, string at) => string.Create(
        CultureInfo.InvariantCulture, $"{state:x2}0000{GoldenCalendars.At(at).ToUnixTimeSeconds():x10}");
}
