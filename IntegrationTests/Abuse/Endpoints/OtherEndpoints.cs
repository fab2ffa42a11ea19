using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>Files, health, and addresses that there are none of.</summary>
internal static class OtherEndpoints
{
    private static readonly string[] Nowhere =
        ["/", "//", "/v1", "/v2/dossiers", "/V1/Dossiers", "/v1/dossiers/", "/v1/dossiers//supplements", "/mapi", "/XrdAdapter", "/VXPAdapter/RestService/forward", "*", "http://a/health/live",
         "/%2e%2e/%2e%2e/etc/passwd", "/files/", "/files", "/XrdAdapter/XrdAdapter/mapi/login", "/KetNoiMotCuaQuocGia", "/api/SynsTTHCC/", "/health", "/swagger", "/\0", "/é", "?", "#"];

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        new EndpointTarget("files", AnswerShape.File, host, dice => (Get($"/files/{Token(dice)}", dice), []), "GET,HEAD /files/{token}"),
        new EndpointTarget("health", AnswerShape.Plain, host, dice => (Get(dice.Pick(["/health/live", "/health/ready"]), dice), []), "GET /health/live", "GET /health/ready"),
        new EndpointTarget("nowhere", AnswerShape.Portal, host, dice => (Get(dice.Pick(Nowhere), dice), dice.OnceIn(3) ? ByteMutation.OfText(dice, "{}") : [])),
    ];

    private static string Token(Dice dice) => dice.Below(4) switch
    {
        0 => HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)),
        1 => $"{{{{file:{dice.Below(BadFileStore.Count)}}}}}x",
        _ => $"{{{{file:{dice.Below(BadFileStore.Count)}}}}}",
    };

    private static HttpDraft Get(string target, Dice dice) =>
        new(dice.OnceIn(8) ? "HEAD" : "GET", target, [("Host", "127.0.0.1"), ("Connection", "close")], dice.OnceIn(10) ? Framing.Length : Framing.None);
}
