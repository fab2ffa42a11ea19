using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Tests.Filing;

internal sealed class When_files_are_checked
{
    private static readonly (string Name, FilingFile? File, string[] Codes)[] Files =
    [
        ("good", Filings.File, []),
        ("parameters and capitals", Filings.File with { MediaType = "Application/PDF; charset=x", Name = "A.PDF" }, []),
        ("below a wildcard", Filings.File with { Url = "http://a.b.store.vn:8443/x?y=z" }, []),
        ("capital hash", Filings.File with { Sha256 = new string('F', 64) }, []),
        ("nothing", null, [" file.missing"]),
        ("empty", new FilingFile(), [".mediaType field.missing", ".name field.missing", ".size field.missing", ".sha256 file.wrong-hash", ".url file.wrong-address"]),
        ("other format", Filings.File with { MediaType = "text/html", Name = "a.html" }, [".mediaType file.format-not-allowed", ".name file.extension-not-allowed"]),
        ("no extension", Filings.File with { Name = "to khai" }, [".name file.extension-not-allowed"]),
        ("nothing but an extension", Filings.File with { Name = ".pdf" }, [".name file.extension-not-allowed"]),
        ("disguised", Filings.File with { Name = "a.pdf.exe" }, [".name file.extension-not-allowed"]),
        ("extension of another format", Filings.File with { Name = "a.jpg" }, [".name file.extension-differs"]),
        ("path", Filings.File with { Name = "../a.pdf" }, [".name file.wrong-name"]),
        ("turned", Filings.File with { Name = "a\u202Efdp.pdf" }, [".name file.wrong-name"]),
        ("line break", Filings.File with { Name = "a\r\nb.pdf" }, [".name file.wrong-name"]),
        ("long name", Filings.File with { Name = new string('a', 252) + ".pdf" }, [".name file.wrong-name"]),
        ("zero bytes", Filings.File with { Size = 0 }, [".size file.empty"]),
        ("negative", Filings.File with { Size = -1 }, [".size file.empty"]),
        ("large", Filings.File with { Size = 1001 }, [".size file.too-large"]),
        ("short hash", Filings.File with { Sha256 = new string('a', 63) }, [".sha256 file.wrong-hash"]),
        ("no hash", Filings.File with { Sha256 = new string('g', 64) }, [".sha256 file.wrong-hash"]),
        ("relative", Filings.File with { Url = "/files/1" }, [".url file.wrong-address"]),
        ("ftp", Filings.File with { Url = "ftp://files.portal.vn/1" }, [".url file.wrong-address"]),
        ("local file", Filings.File with { Url = "file:///etc/passwd" }, [".url file.wrong-address"]),
        ("with a user", Filings.File with { Url = "https://files.portal.vn@evil.vn/1" }, [".url file.wrong-address"]),
        ("elsewhere", Filings.File with { Url = "https://evil.vn/files.portal.vn" }, [".url file.host-not-allowed"]),
        ("looks alike", Filings.File with { Url = "https://files.portal.vn.evil.vn/1" }, [".url file.host-not-allowed"]),
        ("wildcard itself", Filings.File with { Url = "https://store.vn/1" }, [".url file.host-not-allowed"]),
        ("ends like a wildcard", Filings.File with { Url = "https://evilstore.vn/1" }, [".url file.host-not-allowed"]),
        ("this machine", Filings.File with { Url = "http://127.0.0.1/1" }, [".url file.host-not-allowed"]),
        ("this machine by name", Filings.File with { Url = "http://localhost/1" }, [".url file.host-not-allowed"]),
    ];

    private static IEnumerable<TestCaseData> Cases => Files.Select(row => new TestCaseData(row.File, row.Codes).SetArgDisplayNames(row.Name));

    [TestCaseSource(nameof(Cases))]
    public void Should_look_at_every_part_of_a_file(FilingFile? file, string[] codes)
    {
        var other = Filings.File with { Name = "first.pdf", Sha256 = new string('b', 64), Size = 1 };
        Filings.Codes(Filings.With(other, file)).ShouldBe(codes.Select(code => $"files[1]{code}"));
        if (codes.Length > 0) Filings.Check(Filings.With(other, file)).ShouldAllBe(deficiency => deficiency.Message.Contains("thứ 2"));
    }

    [Test]
    public void Should_take_files_of_this_machine_in_development()
    {
        var conditions = new TechnicalConditions(new FileHosts([], loopback: true));
        foreach (var url in new[] { "http://127.0.0.1:8082/1", "http://localhost/1", "http://[::1]/1" })
        {
            conditions.Check(Filings.With(Filings.File with { Url = url }), Filings.Index, Filings.Now).ShouldBeEmpty();
        }

        conditions.Check(Filings.With(Filings.File), Filings.Index, Filings.Now).ShouldHaveSingleItem().Code.ShouldBe("file.host-not-allowed");
    }

    [Test]
    public void Should_name_what_is_allowed()
    {
        var messages = Filings.Check(Filings.With(Filings.File with { MediaType = "text/html", Size = 1001 })).Select(deficiency => deficiency.Message);
        messages.ShouldBe(
        [
            "Định dạng của tệp thứ 1 không được chấp nhận. Vui lòng dùng tệp có đuôi: pdf, jpg, jpeg, docx.",
            "Tệp thứ 1 lớn hơn 1000 byte. Vui lòng giảm dung lượng hoặc tách tệp.",
        ]);
    }

    [Test]
    public void Should_count_and_weigh_them_together()
    {
        Filings.Codes(Filings.With([.. Enumerable.Range(0, 5).Select(Numbered)])).ShouldBe(["files files.too-many"]);
        Filings.Codes(Filings.With([.. Enumerable.Range(0, 3).Select(index => Numbered(index) with { Size = 900 })])).ShouldBe(["files files.too-large"]);
        Filings.Codes(Filings.With([.. Enumerable.Range(0, 2).Select(index => Numbered(index) with { Size = long.MaxValue })]))
            .ShouldBe(["files[0].size file.too-large", "files[1].size file.too-large", "files files.too-large"]);
    }

    [Test]
    public void Should_not_take_one_file_twice()
    {
        Filings.Codes(Filings.With(Filings.File, Filings.File with { Name = "TỜ KHAI.pdf", Sha256 = new string('b', 64) })).ShouldBe(["files[1].name file.same-name"]);
        Filings.Codes(Filings.With(Filings.File, Filings.File with { Name = "b.pdf", Sha256 = Filings.Hash.ToUpperInvariant() }))
            .ShouldBe(["files[1].sha256 file.same-content"]);
        Filings.Check(Filings.With(Filings.File with { ComponentCode = "A" }, Filings.File with { ComponentCode = "B" })).ShouldBeEmpty();
    }

    private static FilingFile Numbered(int index) => Filings.File with { Name = $"{index}.pdf", Size = 1, Sha256 = index.ToString("D64") };
}
