using System.CommandLine;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Parcels;

/// <summary>Arguments, options and words of the commands about parcels.</summary>
internal static class ParcelParameters
{
    /// <summary>A parcel.</summary>
    public static Argument<ParcelId> Parcel() => new("parcel")
    {
        Description = "The parcel, such as H29.101-261121-5000001/result, or /papers.",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (ParcelId.TryParse(text, out var parcel)) return parcel;
            result.AddError($"'{text}' is not a parcel such as H29.101-261121-5000001/result.");
            return default;
        },
    };

    /// <summary>What a kind is called.</summary>
    public static string Of(ParcelKind kind) => kind == ParcelKind.Papers ? "thu gom hồ sơ" : "trả kết quả";

    /// <summary>What alarms are called.</summary>
    public static string? Of(ParcelAlarms alarms) => alarms switch
    {
        ParcelAlarms.None => null,
        ParcelAlarms.Late => "chậm",
        ParcelAlarms.Lost => "thất lạc",
        _ => "chậm, thất lạc",
    };

    /// <summary>What a step is called.</summary>
    public static string Of(ParcelStep step) => OperatorWords.Of($"parcel:{step}");
}
