using System.Net;
using System.Text;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.Vnpay;

internal static class Sample
{
    public static readonly VnpaySettings Settings =
        VnpaySettings.Development(new Uri("https://sandbox.example.test/"), new Uri("https://example.test/return?a=1"));

    public static readonly SecretKey Key = new("development", DevelopmentDefaults.VnpaySecret);

    public static readonly VnpayOrder Order = new()
    {
        Reference = "TT250701000001",
        Amount = new Vnd(150_000),
        Info = "Nộp lệ phí hồ sơ H29.1-250701-0001",
        PayerIp = IPAddress.Loopback,
        CreatedAt = new DateTimeOffset(2025, 7, 1, 8, 0, 0, TimeSpan.FromHours(7)),
        ExpiresAt = new DateTimeOffset(2025, 7, 1, 8, 15, 0, TimeSpan.FromHours(7)),
    };

    /// <summary>The parameters of an IPN about <see cref="Order"/>.</summary>
    public static Dictionary<string, string> Ipn(params (string Name, string Value)[] changes)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vnp_Amount"] = "15000000",
            ["vnp_BankCode"] = "NCB",
            ["vnp_BankTranNo"] = "VNP14000001",
            ["vnp_CardType"] = "ATM",
            ["vnp_OrderInfo"] = "Nop le phi: ho so",
            ["vnp_PayDate"] = "20250701080530",
            ["vnp_ResponseCode"] = "00",
            ["vnp_TmnCode"] = "TESTTMN1",
            ["vnp_TransactionNo"] = "14000001",
            ["vnp_TransactionStatus"] = "00",
            ["vnp_TxnRef"] = "TT250701000001",
        };
        foreach (var (name, value) in changes) parameters[name] = value;
        return parameters;
    }

    /// <summary>The query of an IPN, signed as the given samples of VNPAY's do.</summary>
    public static string Signed(Dictionary<string, string> parameters, string secret = DevelopmentDefaults.VnpaySecret, bool dropEmpty = true)
    {
        var signed = Query(parameters.Where(parameter => !dropEmpty || parameter.Value.Length > 0).OrderBy(parameter => parameter.Key, StringComparer.Ordinal));
        var hash = PlainHash.Hex(new SecretKey("k", secret).HmacSha512(Encoding.UTF8.GetBytes(signed)));
        return $"{Query(parameters)}&vnp_SecureHash={hash}";
    }

    public static string Query(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(parameter => $"{WebUtility.UrlEncode(parameter.Key)}={WebUtility.UrlEncode(parameter.Value)}"));

    /// <summary>VNPAY's answer about <see cref="Order"/>, signed over the fields of that order.</summary>
    public static string SignedAnswer(IEnumerable<string> order, params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vnp_ResponseId"] = "r1",
            ["vnp_Command"] = "querydr",
            ["vnp_ResponseCode"] = "00",
            ["vnp_Message"] = "ok",
            ["vnp_TmnCode"] = "TESTTMN1",
            ["vnp_TxnRef"] = "TT250701000001",
            ["vnp_Amount"] = "15000000",
            ["vnp_BankCode"] = "NCB",
            ["vnp_PayDate"] = "20250701080530",
            ["vnp_TransactionNo"] = "14000001",
            ["vnp_TransactionType"] = "01",
            ["vnp_TransactionStatus"] = "00",
            ["vnp_OrderInfo"] = "x",
        };
        foreach (var (name, value) in changes) values[name] = value;
        values["vnp_SecureHash"] = PlainHash.Hex(Key.HmacSha512(string.Join('|', order.Select(name => values.GetValueOrDefault(name)))));
        return JObject.FromObject(values).ToString();
    }

    public static VnpayIpnForm Form(VnpaySettings? settings = null) => new(settings ?? Settings);

    public static VnpaySettings Rotating => Settings with { Secrets = Secrets.Rotating("OLD-SECRET", "NEW-SECRET") };
}
