using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Filing;

/// <summary>
/// Where the public post finds the applicant (A33.2a): given where we order it, that is for procedures served centrally whose papers or result
/// it carries; for the others the agency orders it itself (A33.4).
/// </summary>
internal static class PostConditions
{
    private static readonly (string Field, string? Instead, string Label)[] Needed =
    [
        ("post.place.province", null, "tỉnh, thành phố của địa chỉ bưu chính"),
        ("post.place.commune", null, "xã, phường của địa chỉ bưu chính"),
        ("post.address", null, "số nhà, đường, thôn của địa chỉ bưu chính"),
        ("post.phone", "applicant.phone", "số điện thoại để bưu tá liên hệ"),
        ("post.name", "applicant.fullName", "họ tên người giao, nhận bưu gửi"),
    ];

    public static void Check(FilingRequest request, Procedure? procedure, DeficiencyList found)
    {
        if (FieldValue.Of(request, "post.phone").Text is { } phone && !PhoneNumber.TryParse(phone, out _)) found.Add("post.phone", DeficiencyRules.PhoneWrongForm);
        if (procedure is not { Served: ServedAt.Central } || !IsWanted(request)) return;
        foreach (var (field, instead, label) in Needed)
        {
            if (FieldValue.Of(request, field).IsThere || (instead is not null && FieldValue.Of(request, instead).IsThere)) continue;
            found.Add(field, DeficiencyRules.PostNeeded, label);
        }
    }

    private static bool IsWanted(FilingRequest request) =>
        (EnumWord<ResultReturn>.TryParse(request.ReturnBy?.Trim() ?? "", out var returned) && returned == ResultReturn.Post)
        || (EnumWord<FilingChannel>.TryParse(request.Channel?.Trim() ?? "", out var channel) && channel == FilingChannel.Post);
}
