using System.Text;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>Somebody hands a message over to the provider, or asks for the balance.</summary>
internal sealed class SmsVisit(SoapRequest request, NoticeBook notices, CurrentSettings settings) : IVisit
{
    /// <summary>The operation that sends.</summary>
    public const string Send = "wsCpMt";

    private const string Balance = "checkBalance";
    private const string User = "dev-sms";
    private const string Partner = "DEV";

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        var (message, result) = Refusal(fault) ?? Do();
        return Answer(message, result);
    }

    private (string Message, string Result)? Refusal(FaultKind? fault)
    {
        if (request["User"] != User || request["Password"] != User || request["CPCode"] != Partner) return ("Authenticate: WRONG_USERNAME_OR_PASSWORD", "0");
        if (request.Operation == Balance) return null;
        if (request.Operation != Send) return ("Check RequestID: UNKNOWN_OPERATION", "0");
        if (fault == FaultKind.Refuse) return ("Check Content: CONTENT_NOT_MATCH_TEMPLATE", "0");
        if (request["ServiceID"].Length == 0) return ("Check ServiceID: ALIAS_INVALID", "0");
        if (!IsNumber(request["ReceiverID"])) return ("Check ReceiverID: INVALID", "0");
        return request["Content"].Length == 0 ? ("Check Content: EMPTY", "0") : null;
    }

    private (string Message, string Result) Do()
    {
        if (request.Operation == Balance) return ("", "0");
        var window = TimeSpan.FromSeconds(settings.Value.SmsDuplicateWindowSeconds);
        return notices.Take(NoticeChannel.Sms, request["ReceiverID"], request["Content"], window, Parties.SmsViettel)
            ? ("Insert MT_QUEUE: OK", "1")
            : ("Check ServiceID: DUPLICATE MESSAGE", "0");
    }

    private HttpAnswer Answer(string message, string result)
    {
        var body = request.Operation == Balance && message.Length == 0
            ? "<return><balance>1000000</balance><errCode>0</errCode><ErrDesc>Balance: 1000000 VND</ErrDesc></return>"
            : $"<return><message>{message}</message><result>{result}</result></return>";
        var envelope = $"""
            <?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><ns2:{request.Operation}Response xmlns:ns2="http://impl.bulkSms.ws/">{body}</ns2:{request.Operation}Response></S:Body></S:Envelope>
            """;
        return new HttpAnswer(StatusCodes.Status200OK, "text/xml; charset=utf-8", new BytesBody(Encoding.UTF8.GetBytes(envelope)));
    }

    private static bool IsNumber(string text) => text.Length is 11 or 12 && text.StartsWith("84", StringComparison.Ordinal) && text.All(char.IsAsciiDigit);
}
