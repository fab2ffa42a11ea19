using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>A call of the portal to a bank in the form, proven to be the portal's.</summary>
/// <param name="bank">The bank.</param>
/// <param name="fields">What it says.</param>
internal sealed class FormCall(FormBank bank, WireFields fields)
{
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(5);

    /// <summary>The bank that is called.</summary>
    public FormBank Bank => bank;

    /// <summary>What the call says.</summary>
    public WireFields Fields => fields;

    /// <summary>The idempotency key.</summary>
    public string RequestId => fields["requestId"];

    /// <summary>What the call asks for: all of it but when it was sent.</summary>
    public string ContentHash =>
        Digests.Sha256(string.Join('\n', fields.Names.Where(name => name != "sentAt").Order(StringComparer.Ordinal).Select(name => $"{name}={fields[name]}")));

    /// <summary>Reads a call and proves it.</summary>
    /// <returns>The call, or how it is refused.</returns>
    public static (FormCall? Call, HttpAnswer? Refusal) Read(FormBank bank, IHeaderDictionary headers, byte[] body, DateTimeOffset now)
    {
        if (!bank.Keys.IsPortals(headers["X-Key-Id"].ToString(), headers["X-Signature"].ToString(), body)) return Refused(bank, "97", "signature");
        if (WireFields.TryRead(body) is not { } fields) return Refused(bank, "03", "no JSON object");
        var call = new FormCall(bank, fields);
        if (fields["requestId"] is not { Length: > 0 and <= 64 } id || headers["x-request-id"].ToString() != id) return (null, call.Answer("03", "requestId"));
        var isStamped = headers["X-Timestamp"].ToString() == fields["sentAt"];
        var isFresh = isStamped && BankClock.Read(fields["sentAt"]) is { } sentAt && (now - sentAt).Duration() <= Drift;
        return isFresh ? (call, null) : (null, call.Answer("97", "sentAt"));
    }

    /// <summary>An answer, signed over its raw bytes, with the request's id in it.</summary>
    public HttpAnswer Answer(string code, string message, params IEnumerable<(string Name, JsonNode? Value)> members) =>
        Signed(bank, RequestId, code, message, members);

    private static (FormCall? Call, HttpAnswer? Refusal) Refused(FormBank bank, string code, string message) => (null, Signed(bank, "", code, message, []));

    private static HttpAnswer Signed(FormBank bank, string requestId, string code, string message, IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var body = WireJson.Bytes(
            WireJson.Object([("requestId", WireJson.Text(requestId)), ("code", WireJson.Text(code)), ("message", WireJson.Text(message)), .. members]));
        return HttpAnswer.OfJson(body) with { Headers = [("X-Key-Id", bank.Keys.KeyId), ("x-request-signature", bank.Keys.Sign(body))] };
    }
}
