using System.Net;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>The sign-in page of the simulated sources: one chooses who one is, or names them with <c>login_hint</c>.</summary>
internal sealed class SignInPage(FaultBook faults, Grants grants, VneidEnvelope envelope)
{
    /// <summary>Our client at both sources; it is public, as everything here.</summary>
    public const string ClientId = "dvc-development";

    /// <inheritdoc cref="ClientId"/>
    public const string ClientSecret = "sandbox-identity-secret";

    /// <summary>Shows the page, or sends the person back.</summary>
    public IResult Show(string party, string title, HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId) return Refused("unauthorized_client");
        if (!Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var back) || !back.IsLoopback) return Refused("redirect_uri must be on this machine");
        if (query["response_type"] != "code") return Back(back, "error=unsupported_response_type", query["state"]);
        if (query["tu_choi"] == "1" || faults.Draw(party, FaultKind.Refuse, query["state"].ToString()) is not null) return Back(back, "error=access_denied", query["state"]);
        if (SimulatedCitizen.Find(query["login_hint"]) is not { } person) return Results.Content(Choice(request, title), "text/html; charset=utf-8");
        return Back(back, CodeOf(party, person, back.AbsoluteUri, query["state"].ToString()), query["state"]);
    }

    private string CodeOf(string party, SimulatedCitizen person, string redirect, string state)
    {
        var code = grants.Code(party, person, redirect);
        if (faults.Draw(party, FaultKind.EncryptCode, state) is null) return $"code={code}";
        var (data, key) = envelope.Seal(code);
        return $"code={Uri.EscapeDataString(data)}&encrypt_key={Uri.EscapeDataString(key)}";
    }

    private static IResult Refused(string error) => Results.BadRequest(new { error });

    private static IResult Back(Uri back, string what, string? state) => Results.Redirect($"{back.AbsoluteUri}?{what}&state={Uri.EscapeDataString(state ?? "")}");

    private static string Choice(HttpRequest request, string title)
    {
        var here = $"{request.Path}{request.QueryString}";
        var people = SimulatedCitizen.All.Select(person => Line(
            $"{here}&login_hint={person.Id}", $"{person.Name}{(person.Company is { } company ? $" ({company})" : "")}, tài khoản mức {person.AccountLevel}"));
        return $"<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title><link rel=\"icon\" href=\"data:,\"></head>"
            + $"<body><h1>{WebUtility.HtmlEncode(title)} (giả lập)</h1><p>Chọn người đăng nhập. Tất cả đều là người giả định.</p><ul>{string.Concat(people)}</ul>"
            + $"<p>{Line($"{here}&tu_choi=1", "Không đồng ý chia sẻ thông tin")}</p></body></html>";
    }

    private static string Line(string address, string text) => $"<li><a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(text)}</a></li>";
}
