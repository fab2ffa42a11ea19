using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>Somebody hands the parameters of a template over to VNPT. It does not know a REQID again: what comes twice goes out twice.</summary>
internal sealed class VnptVisit(JsonRequest request, NoticeBook notices) : IVisit
{
    private const string Account = "dev-vnpt";

    private readonly JsonRequest _request = request.In("RQST");

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        var (code, text) = Refusal(fault) ?? Do();
        return NoticeProviderEndpoints.Json(new JsonObject { ["RPLY"] = new JsonObject { ["name"] = "send_sms_list", ["ERROR"] = code, ["ERROR_DESC"] = text } });
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_request["MOBILELIST"]}|{Text}";

    private string Text => $"{_request["TEMPLATEID"]}|{string.Join('|', _request.List("PARAMS").Select(parameter => parameter["CONTENT"]))}";

    private (string Code, string Text)? Refusal(FaultKind? fault)
    {
        if (_request["name"] != "send_sms_list") return ("5", "unknown operation");
        if (_request["APIUSER"] != Account || _request["APIPASS"] != Account) return ("4", "wrong account");
        if (fault == FaultKind.Refuse) return ("17", "template not approved");
        if (_request["TEMPLATEID"].Length == 0 || !_request.List("PARAMS").Any()) return ("9", "no template or no parameters");
        var isNumbered = _request.List("PARAMS").Select((parameter, index) => parameter["NUM"] == $"{index + 1}" && parameter["CONTENT"].Length > 0).All(isRight => isRight);
        return isNumbered && _request["MOBILELIST"].StartsWith("84", StringComparison.Ordinal) ? null : ("10", "wrong parameters or number");
    }

    private (string Code, string Text) Do()
    {
        notices.Take(NoticeChannel.Sms, _request["MOBILELIST"], Text, window: null);
        return ("0", "success");
    }
}
