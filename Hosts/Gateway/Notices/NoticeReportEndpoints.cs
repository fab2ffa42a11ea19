using DichVuCong.Adapters.AppNotices;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Doors;
using Npgsql;

namespace DichVuCong.Gateway.Notices;

/// <summary>Where providers report what became of notices: eSMS by GET, the app by POST, the mailbox of returned mails by POST (RFC 3464).</summary>
internal sealed class NoticeReportEndpoints(
    NoticeReportOptions options, NoticeReportDesk desk, BodyReader bodies, ILogger<NoticeReportEndpoints> logger)
{
    private const int Largest = 1_000_000;
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    /// <summary>Adds the addresses.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/callbacks/esms/{secret}", (string secret, HttpContext context, NoticeReportEndpoints reports) => reports.EsmsAsync(secret, context)).WithName("EsmsReport");
        app.MapPost("/callbacks/app/{secret}", (string secret, HttpContext context, NoticeReportEndpoints reports) => reports.AppAsync(secret, context)).WithName("AppReport");
        app.MapPost("/callbacks/mail/{secret}", (string secret, HttpContext context, NoticeReportEndpoints reports) => reports.MailAsync(secret, context)).WithName("ReturnedMail");
    }

    private async Task<IResult> EsmsAsync(string secret, HttpContext context)
    {
        if (!NoticeReportOptions.IsRight(options.Esms, secret)) return NotHere();
        switch (EsmsReport.Read(name => context.Request.Query[name] is { Count: 1 } value ? value.ToString() : null))
        {
            case SmsReportReading.Told told:
                return await TakeAsync("esms", told.Message, context.RequestAborted);
            case SmsReportReading.Malformed malformed:
                NoticeReportLog.Malformed(logger, "esms", malformed.Field);
                return Refusals.Malformed(malformed.Field, "Không đọc được tham số của báo cáo gửi tin.");
            case SmsReportReading.Strange:
                NoticeReportLog.Strange(logger, "esms");
                return Results.Ok();
            default:
                return Results.Ok();
        }
    }

    private async Task<IResult> AppAsync(string secret, HttpContext context)
    {
        if (!NoticeReportOptions.IsRight(options.App, secret)) return NotHere();
        var body = await bodies.ReadAsync(context);
        if (Refusal(body) is { } refusal) return refusal;
        if (AppReport.Read(body.Bytes, out var field) is { } told) return await TakeAsync("app", told, context.RequestAborted);
        NoticeReportLog.Malformed(logger, "app", field);
        return Refusals.Malformed(field, "Không đọc được báo cáo hiển thị thông báo.");
    }

    private async Task<IResult> MailAsync(string secret, HttpContext context)
    {
        if (!NoticeReportOptions.IsRight(options.Mail, secret)) return NotHere();
        var body = await bodies.ReadAsync(context);
        if (Refusal(body) is { } refusal) return refusal;
        // An automatic answer or somebody's letter in the same mailbox is no report: taken, and nothing follows from it.
        if (ReturnedMail.Read(body.Bytes) is not { } told) return Results.Ok();
        return await TakeAsync("mail", told, context.RequestAborted);
    }

    private async Task<IResult> TakeAsync(string provider, DeliveryTold told, CancellationToken cancellationToken)
    {
        try
        {
            if (await desk.TakeAsync(told, cancellationToken) == NoticeReportOutcome.Unknown) NoticeReportLog.Strange(logger, provider);
            return Results.Ok();
        }
        catch (Exception failure) when (failure is DoorBusyException or NpgsqlException or TimeoutException or NotReadyException)
        {
            NoticeReportLog.NotRecorded(logger, provider, failure.GetType().Name);
            return Refusals.Busy(ComeBack);
        }
    }

    private static IResult? Refusal(CallBody body) => body.Trouble switch
    {
        BodyTrouble.None when body.Bytes.Length > Largest => Refusals.TooLarge(Largest),
        BodyTrouble.None => null,
        BodyTrouble.TooLarge => Refusals.TooLarge(Largest),
        BodyTrouble.Encoded => Refusals.Encoded(),
        BodyTrouble.NoRoom => Refusals.Busy(ComeBack),
        _ => Refusals.Malformed("$", "Nội dung bị ngắt giữa chừng hoặc không đúng giao thức HTTP."),
    };

    /// <summary>Nobody is told which secrets there are.</summary>
    private static IResult NotHere() => Refusals.NotFound("Không có địa chỉ này.");
}

/// <summary>What is logged of reports: from whom, and what is wrong; never a value.</summary>
internal static partial class NoticeReportLog
{
    [LoggerMessage(4401, LogLevel.Warning, "A report of {Provider} cannot be read: {Field}")]
    public static partial void Malformed(ILogger logger, string provider, string field);

    [LoggerMessage(4402, LogLevel.Warning, "A report of {Provider} names no notice of ours")]
    public static partial void Strange(ILogger logger, string provider);

    [LoggerMessage(4403, LogLevel.Warning, "A report of {Provider} was not recorded ({Kind}): it is to be sent again")]
    public static partial void NotRecorded(ILogger logger, string provider, string kind);
}
