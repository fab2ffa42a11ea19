using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Registries.Sealing;

/// <summary>
/// How what is sealed is written: as JSON whose Vietnamese letters stand as they are. It is read by programs only, and as escapes each accented
/// letter would take six bytes instead of three, in rows of which there are billions. Readers take both.
/// </summary>
internal static class SealedText
{
    private static readonly JsonTypeInfo<DossierContent> ContentForm = Plain<DossierContent>(DossierContentJson.Default.Options);
    private static readonly JsonTypeInfo<HistoryDetails> DetailsForm = Plain<HistoryDetails>(HistoryJson.Default.Options);

    /// <summary>The content of a dossier.</summary>
    public static byte[] Of(DossierContent content) => JsonSerializer.SerializeToUtf8Bytes(content, ContentForm);

    /// <summary>What an agency's row says in words.</summary>
    public static byte[] Of(HistoryDetails details) => JsonSerializer.SerializeToUtf8Bytes(details, DetailsForm);

    private static JsonTypeInfo<T> Plain<T>(JsonSerializerOptions options) =>
        (JsonTypeInfo<T>)new JsonSerializerOptions(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }.GetTypeInfo(typeof(T));
}
