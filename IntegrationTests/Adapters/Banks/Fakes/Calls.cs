using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Banks.Tests.Fakes;

/// <summary>Callbacks as they come in, and what is asked of readings again and again.</summary>
internal static class Calls
{
    /// <summary>08:30 in Hanoi on 1 July 2025.</summary>
    public static readonly DateTimeOffset Now = new(2025, 7, 1, 8, 30, 0, TimeSpan.FromHours(7));

    public static CallbackRequest Get(string query, DateTimeOffset? at = null) =>
        new("GET", Encoding.UTF8.GetBytes(query), default, new Dictionary<string, string>(StringComparer.Ordinal), at ?? Now);

    public static CallbackRequest Post(string body, params (string Name, string Value)[] headers) => Post(Encoding.UTF8.GetBytes(body), headers);

    public static CallbackRequest Post(byte[] body, params (string Name, string Value)[] headers) =>
        new("POST", default, body, headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.Ordinal), Now);

    public static PartnerPayment ShouldBeVerified(this CallbackReading reading) =>
        reading.ShouldBeOfType<CallbackReading.Verified>((reading as CallbackReading.Refused)?.Fault.Code).Payment;

    public static void ShouldBeRefused(this CallbackReading reading, CallbackOutcome outcome, string code)
    {
        var refused = reading.ShouldBeOfType<CallbackReading.Refused>();
        (refused.Outcome, refused.Fault.Code).ShouldBe((outcome, code));
    }

    public static string Text(this CallbackReply reply) => Encoding.UTF8.GetString(reply.Body);

    /// <summary>The bytes with one of them changed to another.</summary>
    public static byte[] WithByteChanged(byte[] bytes, int at, byte by)
    {
        var changed = (byte[])bytes.Clone();
        changed[at % bytes.Length] ^= by == 0 ? (byte)1 : by;
        return changed;
    }
}
