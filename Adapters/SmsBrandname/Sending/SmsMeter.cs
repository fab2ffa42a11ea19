using System.Diagnostics.Metrics;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Counts what the provider charges for: the segments of accepted messages.</summary>
internal static class SmsMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "DichVuCong.SmsBrandname";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<int> Segments = Meter.CreateCounter<int>("sms.segments", "{segment}", "Segments of SMS that the provider accepted.");
    private static readonly KeyValuePair<string, object?> Gsm7Encoding = new("encoding", "gsm-7");
    private static readonly KeyValuePair<string, object?> Ucs2Encoding = new("encoding", "ucs-2");

    /// <summary>Counts an accepted message.</summary>
    public static void Sent(SmsContent content)
    {
        if (!Segments.Enabled) return;
        var length = SmsLength.Of(content.Text);
        Segments.Add(length.Segments, length.IsGsm7 ? Gsm7Encoding : Ucs2Encoding);
    }
}
