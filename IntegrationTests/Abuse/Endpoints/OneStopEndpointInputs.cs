using System.Globalization;
using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>The endpoints of one-stop systems: the contract's own and those in the shape of provinces' proxies, with every service.</summary>
internal static class OneStopEndpointInputs
{
    private static readonly (string Service, Doc Call)[] Envelopes =
        [.. WireSamples.Calls.Select(row => (row.Service, Doc.Parse($"{{\"session\":\"$SESSION\",\"madonvi\":\"$UNIT\",\"service\":\"{row.Service}\",{row.Members}}}")))];

    private static readonly (string Service, Doc Body)[] Bare =
    [
        .. WireSamples.Dossiers.Select(text => ("DongBoHoSoMC", Doc.Parse(text))),
        ("CapNhatTienDoHoSoMC", Doc.Parse(WireSamples.Progress)), ("DongBoTrangThaiHoSo", Doc.Parse(WireSamples.Status)), ("DongBoTrangThaiHoSoKM", Doc.Parse(WireSamples.Status)),
    ];

    private static readonly Doc Login = Doc.Parse("""{"username":"H29","password":"dev-H29"}""");

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        new EndpointTarget("login", AnswerShape.Envelope, host, LogIn, "POST /mapi/login"),
        new EndpointTarget("share", AnswerShape.Envelope, host, dice => Envelope(dice, "/mapi/share"), "POST /mapi/share"),
        new EndpointTarget("integration", AnswerShape.Envelope, host, dice => Envelope(dice, "/XrdAdapter/RestService/forward/mapi/integration"), "POST /mapi/integration"),
        new EndpointTarget("proxy-create", AnswerShape.Wrapped, host, dice => Push(dice, "/KetNoiMotCuaQuocGia/ThemMoiHoSo", 0), "POST /KetNoiMotCuaQuocGia/ThemMoiHoSo"),
        new EndpointTarget("proxy-update", AnswerShape.Wrapped, host, dice => Push(dice, "/KetNoiMotCuaQuocGia/CapNhatHoSo", 0), "POST /KetNoiMotCuaQuocGia/CapNhatHoSo"),
        new EndpointTarget("proxy-progress", AnswerShape.Wrapped, host, dice => Push(dice, "/KetNoiMotCuaQuocGia/DongBoTienTrinh", 2), "POST /KetNoiMotCuaQuocGia/DongBoTienTrinh"),
        new EndpointTarget("syns", AnswerShape.Wrapped, host, dice => Service(dice, "/api/SynsTTHCC"), "GET,POST /api/SynsTTHCC/{service}"),
        new EndpointTarget("proxy", AnswerShape.Wrapped, host, dice => Service(dice, "/KetNoiMotCuaQuocGia"), "GET,POST /KetNoiMotCuaQuocGia/{service}"),
    ];

    private static (HttpDraft, byte[]) LogIn(Dice dice)
    {
        var text = JsonMutation.Spoil(dice, Login);
        if (dice.OnceIn(4)) text = text.Replace("dev-H29", Nasty.Canary, StringComparison.Ordinal);
        return (Post("/mapi/login", "", dice), ByteMutation.OfText(dice, text));
    }

    private static (HttpDraft, byte[]) Envelope(Dice dice, string path)
    {
        var (_, call) = dice.Pick(Envelopes);
        var user = dice.OnceIn(4) ? "G08" : "H29";
        var text = Coded(dice, JsonMutation.Spoil(dice, call), user)
            .Replace("$SESSION", dice.OnceIn(20) ? Nasty.Canary : $"{{{{session:{user}}}}}", StringComparison.Ordinal)
            .Replace("$UNIT", dice.OnceIn(20) ? dice.Pick(["H29.168", "H30", "000.00.00.H29", "G08", ""]) : user, StringComparison.Ordinal);
        return (Post(path, "", dice), ByteMutation.OfText(dice, text));
    }

    private static (HttpDraft, byte[]) Push(Dice dice, string path, int sample)
    {
        var text = Coded(dice, JsonMutation.Spoil(dice, sample > 0 ? Bare[sample].Body : Bare[dice.Below(2)].Body), "H29");
        return (Post(path + (dice.OnceIn(2) ? "?MaDinhDanhDV=H29" : ""), "dev-H29", dice), ByteMutation.OfText(dice, text));
    }

    private static (HttpDraft, byte[]) Service(Dice dice, string path)
    {
        var (service, body) = dice.Pick(Bare);
        if (dice.OnceIn(2))
        {
            service = dice.OnceIn(4) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : dice.Pick(WireSamples.Calls).Service;
            var query = string.Join('&', new[] { "maTTHC", "idQDCB", "mahoso", "mstorcmnd", "service", "isUpdating", "data", "session" }
                .Where(_ => dice.OnceIn(3)).Select(name => $"{name}={HttpSpoiling.Escaped(dice, dice.OnceIn(2) ? "1.001193" : dice.Pick(Nasty.Texts))}"));
            return (Post($"{path}/{service}?{query}", "dev-H29", dice) with { Method = "GET", Framing = Framing.None }, []);
        }

        var text = Coded(dice, JsonMutation.Spoil(dice, body), "H29");
        return (Post($"{path}/{service}?MaDinhDanhDV=H29&isUpdating={dice.Pick(["True", "False", "", "x"])}", "dev-H29", dice), ByteMutation.OfText(dice, text));
    }

    private static string Coded(Dice dice, string text, string agency)
    {
        var number = dice.Below(4_999_990);
        return text.Replace("$CODE1", string.Create(CultureInfo.InvariantCulture, $"{agency}-261119-{number + 1:D7}"), StringComparison.Ordinal)
            .Replace("$CODE", string.Create(CultureInfo.InvariantCulture, $"{agency}-261118-{number:D7}"), StringComparison.Ordinal);
    }

    private static HttpDraft Post(string target, string token, Dice dice)
    {
        List<(string, string)> headers = [("Host", "127.0.0.1"), ("Connection", "close"), ("Content-Type", "application/json")];
        if (token.Length > 0) headers.Add(("Authorization", dice.OnceIn(10) ? "Basic SDI5OmRldi1IMjk=" : $"Bearer {token}"));
        return new HttpDraft("POST", target, headers, Framing.Length);
    }
}
