using System.Security.Cryptography;
using System.Text.Json;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>Valid calls of the portal, all of one made-up person.</summary>
internal static class PortalSamples
{
    /// <summary>A supplement.</summary>
    public const string Supplement =
        """
        {"submissionId":"bo-sung","form":{"hoTenNguoiMat":"Nguyễn Văn Mẫu","ghiChu":["a",1,null]},"subject":"Đăng ký thử",
         "files":[{"componentCode":"TP02","name":"bo-sung.pdf","mediaType":"application/pdf","size":1024,"sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://127.0.0.1:9/f/1"}]}
        """;

    /// <summary>A filing with every field.</summary>
    public static string Filing(string submission, params IReadOnlyList<(string Address, byte[] Content)> files) => JsonSerializer.Serialize(new
    {
        submissionId = submission,
        procedureCode = "1.000656",
        procedureCase = (int?)null,
        channel = "online",
        place = new { province = "79", commune = "26740" },
        subjectPlace = new { province = "79", commune = "26740" },
        applicant = new
        {
            kind = "citizen",
            personalId = "001090000018",
            fullName = "Nguyễn Văn Mẫu",
            phone = "0981234567",
            email = "mau.nguyen@nhandan.example",
            portalAccountId = "TECH-MAU",
        },
        form = new { hoTenNguoiMat = "Nguyễn Văn Mẫu", ngayMat = "2026-11-20", con = new object[] { new { ten = "Nguyễn Văn Mẫu", tuoi = 3 }, 1.5, true } },
        files = files.Select((file, index) => new
        {
            componentCode = $"TP{index}",
            name = $"tep-{index}.pdf",
            mediaType = "application/pdf",
            size = file.Content.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData([.. file.Content])),
            url = file.Address,
        }),
        notify = new[] { "sms", "email" },
        returnBy = "online",
        subject = "Đăng ký thử",
        submittedAt = "2026-11-20T08:00:00+07:00",
        origin = "portal",
    });

    /// <summary>A filing from a counter.</summary>
    public static string Counter(string submission) =>
        $$"""
        {"submissionId":"{{submission}}","procedureCode":"1.001193","channel":"direct","place":{"province":"79","commune":"26740"},"level":"commune",
         "applicant":{"kind":"citizen","personalId":"001090000018","fullName":"Nguyễn Văn Mẫu"},"form":{},"files":[],"notify":[],"returnBy":"direct",
         "origin":"coordination","receivedBy":"Nguyễn Văn Mẫu","receivingUnit":"H29.168","agency":"H29.168"}
        """;
}
