using System.Diagnostics.Metrics;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Counts what the provider charges for: the segments of accepted messages.</summary>
internal static class SmsMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "DichVuCong.SmsBrandname";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<int> Segments = Meter.CreateCounter<int>("sms.segments", "{segment}", "Segments of SMS that the provider accepted.");
    private static readonly Counter<double> Cost = Meter.CreateCounter<double>("sms.cost", "VND", "What the segments of accepted SMS cost by the prices of the settings.");
    private static readonly KeyValuePair<string, object?> Gsm7Encoding = new("encoding", "gsm-7");
    private static readonly KeyValuePair<string, object?> Ucs2Encoding = new("encoding", "ucs-2");

    /// <summary>Counts an accepted message.</summary>
    public static void Sent(SmsContent content, SmsTerms terms)
    {
        if (!Segments.Enabled && !Cost.Enabled) return;
        var length = SmsLength.Of(content.Text);
        var provider = KeyValuePair.Create<string, object?>("provider", terms.Code);
        Segments.Add(length.Segments, length.IsGsm7 ? Gsm7Encoding : Ucs2Encoding, provider);
        Cost.Add((double)(length.Segments * terms.PricePerSegment), provider);
    }
}
