using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>Somebody hands a message over to eSMS, which reports what became of it to the CallbackUrl of the request.</summary>
internal sealed class EsmsVisit(JsonRequest request, NoticeBook notices, FaultBook faults, ReportDesk reports, CurrentSettings settings) : IVisit
{
    private const string Account = "dev-esms";

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (request["ApiKey"] != Account || request["SecretKey"] != Account) return Answer("101", "Authorize Failed");
        if (fault == FaultKind.Refuse) return Answer("110", "Not support this content");
        if (request["Brandname"].Length == 0) return Answer("104", "Brandname is not existed or inactive");
        if (request["SmsType"] != "2") return Answer("118", "SmsType is not supported");
        if (!request["Phone"].StartsWith("84", StringComparison.Ordinal)) return Answer("108", "Phone is invalid");
        if (request["Content"].Length == 0) return Answer("110", "Content is empty");
        if (request["Sandbox"] == "1") return Answer("100", "", "sandbox");
        notices.Take(NoticeChannel.Sms, request["Phone"], request["Content"], window: null);
        var id = Guid.NewGuid().ToString("N");
        Report(id);
        return Answer("100", "", id);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{request["Phone"]}|{request["Content"]}";

    private void Report(string id)
    {
        if (!Uri.TryCreate(request["CallbackUrl"], UriKind.Absolute, out var address)) return;
        var key = ToString();
        if (faults.Draw(Parties.SmsEsms, FaultKind.LoseReport, key) is not null) return;
        var isDelivered = faults.Draw(Parties.SmsEsms, FaultKind.Undelivered, key) is null;
        if (faults.Draw(Parties.SmsEsms, FaultKind.StrangeReport, key) is not null) reports.Add(Query(address, id, "XX-000000-0000000~receipt", isDelivered), settings.Value.FirstRetryMilliseconds);
        reports.Add(Query(address, id, request["RequestId"], isDelivered), settings.Value.FirstRetryMilliseconds);
        if (faults.Draw(Parties.SmsEsms, FaultKind.ReportTwice, key) is not null) reports.Add(Query(address, id, request["RequestId"], isDelivered), settings.Value.FirstRetryMilliseconds);
    }

    /// <summary>SendStatus is 5, finished, whether or not it was delivered.</summary>
    private static Report Query(Uri address, string id, string reference, bool isDelivered) => new(
        HttpMethod.Get,
        new Uri($"{address}?SMSID={id}&SendFailed={(isDelivered ? 0 : 1)}&SendStatus=5&SendSuccess={(isDelivered ? 1 : 0)}&TotalPrice=600&TotalReceiver=1&TotalSent=1"
            + $"&RequestId={Uri.EscapeDataString(reference)}&TypeId=2&telcoid=1"),
        Body: null);

    private static HttpAnswer Answer(string code, string error, string? id = null) => NoticeProviderEndpoints.Json(new JsonObject
    {
        ["CodeResult"] = code,
        ["CountRegenerate"] = 0,
        ["SMSID"] = id,
        ["ErrorMessage"] = error,
    });
}
