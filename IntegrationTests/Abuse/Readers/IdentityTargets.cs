using System.Text;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.NationalData.Wire;
using DichVuCong.Adapters.VNeID.Configuration;
using DichVuCong.Adapters.VNeID.Envelope;
using DichVuCong.Adapters.VNeID.Wire;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>What sources of identity and the national service platform answer: claims, envelopes, and documents of XML in JSON.</summary>
internal static class IdentityTargets
{
    private const string Document =
        "<s:Envelope xmlns:s=\"u\"><CongdanCollection><CongDan><SoDinhDanh>001090000018</SoDinhDanh><HoVaTen><Ten>Nguyễn Văn Mẫu</Ten></HoVaTen></CongDan></CongdanCollection></s:Envelope>";

    private static readonly Doc Claims = Doc.Parse("""{"citizenPid":"001090000018","fullName":"Nguyễn Văn Mẫu","birthDate":"19900115","accountType":"1","accountLevel":2}""");
    private static readonly Doc Sealed = Doc.Parse($$"""{"data":"{{new string('A', 128)}}","key":"{{new string('B', 344)}}"}""");
    private static readonly Doc Held = Doc.Parse("""{"error_code":"0","message":"$XML"}""");

    private static readonly AnswerEnvelope Envelope =
        new(new EnvelopeKeys([new EnvelopeKeySetting { KeyId = "development", Pem = DevelopmentDefaults.EnvelopeKey }]), TimeProvider.System);

    public static IEnumerable<IFuzzTarget> All =>
    [
        new ReaderTarget("identity-claims", dice => Json(dice, Claims), ReadClaims, "ClaimSet.Read"),
        new ReaderTarget("identity-envelope", dice => Json(dice, Sealed), bytes => Envelope.OpenAnswer(bytes) is null ? null : "an envelope that nobody sealed"),
        new ReaderTarget("national-data", dice => Json(dice, Held), ReadNational, "NationalEnvelope.Read"),
        new ReaderTarget("national-document", dice => ByteMutation.OfText(dice, Document), bytes => ReadDocument(Encoding.UTF8.GetString(bytes))),
    ];

    private static string? ReadClaims(byte[] bytes)
    {
        var claims = ClaimSet.Read(bytes);
        return claims?.Text("citizenPid") is { Length: 0 } ? "an empty text that is there" : null;
    }

    private static string? ReadNational(byte[] bytes) =>
        NationalEnvelope.Read(bytes) is { } envelope && envelope.Text("message") is { } message ? ReadDocument(message) : null;

    private static string? ReadDocument(string text)
    {
        foreach (var element in NationalXml.All(text, "CongDan") ?? [])
        {
            foreach (var (_, paths) in FieldTables.Citizen)
            {
                if (paths.Any(path => NationalXml.Text(element, path) is { Length: 0 })) return "an empty text that is there";
            }
        }

        return null;
    }

    private static byte[] Json(Dice dice, Doc sample) =>
        ByteMutation.OfText(dice, JsonMutation.Spoil(dice, sample).Replace("$XML", Document.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal));
}
