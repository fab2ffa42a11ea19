using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Banks.Tests.Fakes;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.VietQr;

internal sealed class OneToken : IVietQrTokens
{
    public bool IsActive(string token, DateTimeOffset now) => token == "good" && now <= Calls.Now;
}

internal static class Sample
{
    public static readonly VietQrSettings Settings = VietQrSettings.Development(new Uri("http://127.0.0.1/vqr"));

    public static JObject Movement(params (string Name, JToken? Value)[] changes)
    {
        var movement = JObject.Parse(
            """
            {"transactionid":"T1","transactiontime":1751331930000,"referencenumber":"FT25182000001","amount":150000,"content":"NOP LE PHI","bankaccount":"0123456789",
             "transType":"C","orderId":"D25070100000000001","terminalCode":"","subTerminalCode":"","serviceCode":"","urlLink":"","sign":""}
            """);
        foreach (var (name, value) in changes) movement[name] = value;
        return movement;
    }

    public static CallbackReading Read(JObject movement, VietQrSettings? settings = null) => Read(movement.ToString(), settings);

    public static CallbackReading Read(string body, VietQrSettings? settings = null, string authorization = "Bearer good") =>
        new VietQrCallbackForm(settings ?? Settings, new OneToken()).Read(Calls.Post(body, ("authorization", authorization)));
}
