using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>Somebody hands a notice over to the VNeID app: an interface of ours. It knows an Idempotency-Key again, whatever its age.</summary>
internal sealed class AppVisit(HttpContext context, JsonRequest request, NoticeBook notices, FaultBook faults, ReportDesk reports) : IVisit
{
    private const string Token = "Bearer dev-app";
    private const int ReportAfter = 500;

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (context.Request.Headers.Authorization != Token) return Rejected("unauthorized", StatusCodes.Status401Unauthorized);
        if (!Guid.TryParse(context.Request.Headers["Idempotency-Key"], out _)) return Rejected("idempotency-key", StatusCodes.Status400BadRequest);
        if (fault == FaultKind.Refuse) return Rejected("not-installed", StatusCodes.Status422UnprocessableEntity);
        if (request["recipient"].Length != 12 || request["recipient"].All(digit => digit == '0')) return Rejected("unknown-person", StatusCodes.Status422UnprocessableEntity);
        if (request["template"].Length == 0) return Rejected("unknown-template", StatusCodes.Status422UnprocessableEntity);
        if (request.In("parameters")["code"].Length == 0) return Rejected("parameters", StatusCodes.Status422UnprocessableEntity);
        if (notices.Take(NoticeChannel.App, request["recipient"], ToString(), TimeSpan.MaxValue, Parties.App)) Report();
        return NoticeProviderEndpoints.Json(new JsonObject { ["status"] = "accepted" }, StatusCodes.Status202Accepted);
    }

    /// <summary>What the app knows a notice by: with the key in it, the same notice under another key is another.</summary>
    public override string ToString() => TextOf(context.Request.Headers["Idempotency-Key"].ToString(), request["dossierCode"], request["template"]);

    private static string TextOf(string key, string dossier, string template) => $"{dossier} {template} {key}";

    private void Report()
    {
        if (!Uri.TryCreate(request["reportTo"], UriKind.Absolute, out var address)) return;
        var key = ToString();
        if (faults.Draw(Parties.App, FaultKind.LoseReport, key) is not null) return;
        var isDelivered = faults.Draw(Parties.App, FaultKind.Undelivered, key) is null;
        if (faults.Draw(Parties.App, FaultKind.StrangeReport, key) is not null) reports.Add(Of(address, "XX-000000-0000000~receipt", isDelivered), ReportAfter);
        reports.Add(Of(address, request["reference"], isDelivered), ReportAfter);
        if (faults.Draw(Parties.App, FaultKind.ReportTwice, key) is not null) reports.Add(Of(address, request["reference"], isDelivered), ReportAfter);
    }

    private static Report Of(Uri address, string reference, bool isDelivered) => new(
        HttpMethod.Post, address, new JsonObject { ["reference"] = reference, ["state"] = isDelivered ? "delivered" : "failed", ["reason"] = isDelivered ? null : "not-installed" });

    private static HttpAnswer Rejected(string code, int status) => NoticeProviderEndpoints.Json(new JsonObject { ["status"] = "rejected", ["code"] = code }, status);
}
