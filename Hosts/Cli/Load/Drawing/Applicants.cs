using System.Globalization;

namespace DichVuCong.Cli.Load.Drawing;

/// <summary>A person or an enterprise that does not exist, marked as such, with numbers of valid form (<c>external-parties.md</c> F3-F4).</summary>
internal sealed record SyntheticApplicant(string Kind, string PersonalId, string FullName, string Phone, string Email, string PortalAccountId);

/// <summary>Makes applicants: each number gives one and the same.</summary>
internal static class Applicants
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
    private static readonly string[] Middles = ["Văn", "Thị", "Minh", "Ngọc", "Đức", "Thanh", "Hữu", "Thu"];
    private static readonly string[] Given = ["An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Phúc", "Quỳnh", "Sơn", "Trang", "Uyên", "Yến"];
    private static readonly int[] TaxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    public static SyntheticApplicant Of(int number, bool isEnterprise, Random random)
    {
        var digits = number.ToString("D7", CultureInfo.InvariantCulture);
        // 098 is one operator's prefix; the seven digits after it keep every applicant's number apart.
        var phone = string.Concat("098", digits.AsSpan(digits.Length - 7));
        var email = $"nguoi.nop.{number.ToString(CultureInfo.InvariantCulture)}@thunghiem.example";
        return isEnterprise
            ? new SyntheticApplicant("enterprise", TaxCode(number), $"Công ty thử nghiệm {digits}", phone, email, $"thu-dn-{digits}")
            : new SyntheticApplicant("citizen", PersonalNumber(number, random), $"{NameOf(random)} (thử nghiệm)", phone, email, $"thu-cd-{digits}");
    }

    private static string NameOf(Random random) => $"{Of(Families, random)} {Of(Middles, random)} {Of(Given, random)}";

    private static string Of(string[] words, Random random) => words[random.Next(words.Length)];

    /// <summary>Province 001, born 1960-1999, six digits of sequence.</summary>
    private static string PersonalNumber(int number, Random random) => string.Create(
        CultureInfo.InvariantCulture, $"001{random.Next(2)}{60 + (number / 1_000_000 % 40):D2}{number % 1_000_000:D6}");

    /// <summary>Ten digits with the check digit of tax codes; a number whose check digit cannot exist is passed over.</summary>
    private static string TaxCode(int number)
    {
        for (var candidate = 900_000_000L + ((long)number * 10); ; candidate++)
        {
            var digits = candidate.ToString(CultureInfo.InvariantCulture);
            var check = 10 - (digits.Select((digit, index) => (digit - '0') * TaxWeights[index]).Sum() % 11);
            if (check is >= 0 and <= 9) return digits + check.ToString(CultureInfo.InvariantCulture);
        }
    }
}
