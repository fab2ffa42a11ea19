using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>How a delivery report was read: a closed set.</summary>
public abstract record SmsReportReading
{
    private SmsReportReading()
    {
    }

    /// <summary>It tells what became of a notice of ours.</summary>
    /// <param name="Message">What the saga is told.</param>
    public sealed record Told(DeliveryTold Message) : SmsReportReading;

    /// <summary>It is of a message that is still under way: nothing to tell.</summary>
    public sealed record StillUnderWay : SmsReportReading;

    /// <summary>It names no notice of ours.</summary>
    public sealed record Strange : SmsReportReading;

    /// <summary>It cannot be read.</summary>
    /// <param name="Field">The field that is wrong.</param>
    public sealed record Malformed(string Field) : SmsReportReading;
}

/// <summary>
/// The delivery report of eSMS.vn: a GET whose query says what became of a message (<c>external-parties.md</c> C4). SendStatus 5, finished, may
/// come with failures: SendSuccess and SendFailed decide.
/// </summary>
public static class EsmsReport
{
    private const int Rejected = 4;
    private const int Finished = 5;
    private static readonly int[] UnderWay = [1, 2, 7];

    /// <summary>Reads a report.</summary>
    /// <param name="value">The value of a name of the query; null when there is none.</param>
    public static SmsReportReading Read(Func<string, string?> value)
    {
        if (!NoticeReference.TryRead(value("RequestId"), out var dossier, out var occasion)) return new SmsReportReading.Strange();
        if (!TryNumber(value("SendStatus"), out var status)) return new SmsReportReading.Malformed("SendStatus");
        if (UnderWay.Contains(status)) return new SmsReportReading.StillUnderWay();
        if (status == Rejected) return Failed(dossier, occasion, "the provider rejected it after it had taken it");
        if (status != Finished) return new SmsReportReading.StillUnderWay();
        if (!TryNumber(value("SendSuccess"), out var success)) return new SmsReportReading.Malformed("SendSuccess");
        if (!TryNumber(value("SendFailed"), out var failed)) return new SmsReportReading.Malformed("SendFailed");
        if (success > 0) return new SmsReportReading.Told(new DeliveryTold(dossier, occasion, NoticeChannels.Sms, NoticeState.Delivered, Reason: null));
        return failed > 0 ? Failed(dossier, occasion, "the operator could not deliver it") : new SmsReportReading.StillUnderWay();
    }

    private static SmsReportReading.Told Failed(DossierCode dossier, string occasion, string reason) =>
        new(new DeliveryTold(dossier, occasion, NoticeChannels.Sms, NoticeState.Failed, reason));

    private static bool TryNumber(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
