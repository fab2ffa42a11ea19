using DichVuCong.Contracts;

namespace DichVuCong.Adapters.VNPost;

/// <summary>An agency and the bodies above it, nearest first, as their codes say: <c>H29.101.2</c>, <c>H29.101</c>, <c>H29</c>.</summary>
internal static class AgencyLadder
{
    /// <summary>The codes.</summary>
    public static IEnumerable<string> Of(AgencyCode agency)
    {
        for (var code = agency.Value; code.Length > 0; code = code.LastIndexOf('.') is var dot and > 0 ? code[..dot] : "") yield return code;
    }
}
