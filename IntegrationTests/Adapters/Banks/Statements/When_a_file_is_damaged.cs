using DichVuCong.Adapters.Banks.Statements;

namespace DichVuCong.Banks.Tests.Statements;

/// <summary>Each family with three lines, damaged in one way; the line and the field or rule are named, and nothing is taken.</summary>
internal sealed class When_a_file_is_damaged
{
    [TestCase("napas", 3, "CSR", RejectionRule.Checksum)]
    [TestCase("mb", 2, "Checksum", RejectionRule.Checksum)]
    [TestCase("ocb", 2, "checksum", RejectionRule.Checksum)]
    [TestCase("camt.053", 70, "Bal", RejectionRule.Balance)]
    [TestCase("mt940", 11, ":62F:", RejectionRule.Balance)]
    public void Should_refuse_an_amount_that_was_changed(string family, long line, string field, RejectionRule rule) =>
        Expect(Damaged(family, text => text.Replace("50001", "60001", StringComparison.Ordinal)), line, field, rule);

    [TestCase("napas", 3, "F4")]
    [TestCase("mb", 2, "Amount")]
    [TestCase("vnpay", 3, "vnp_Amount")]
    [TestCase("portal-1", 2, "SoTien")]
    public void Should_refuse_an_amount_that_is_none(string family, long line, string field)
    {
        var rejection = Damaged(family, text => text.Replace("50001", "5000x", StringComparison.Ordinal));
        if (Sample.WithChecksums.Contains(family)) Expect(rejection, line, family == "napas" ? "CSR" : "Checksum", RejectionRule.Checksum);
        else Expect(rejection, line, field, RejectionRule.Value);
    }

    [TestCase("napas", 4, "NOT", RejectionRule.Count)]
    [TestCase("mb", 3, "Count", RejectionRule.Count)]
    [TestCase("portal-1", 3, "SoBanGhi", RejectionRule.Count)]
    [TestCase("mt940", 9, ":62F:", RejectionRule.Balance)]
    public void Should_refuse_a_file_that_lacks_a_line(string family, long line, string field, RejectionRule rule) =>
        Expect(Damaged(family, text => WithoutLineOf(text, "FT00000001")), line, field, rule);

    [TestCase("ocb")]
    [TestCase("vnpay")]
    public void Should_refuse_a_file_that_lacks_a_line_by_its_size(string family)
    {
        var whole = Sample.Bytes(family, 3);
        var cut = Sample.Encoded(family, WithoutLineOf(Sample.Text(family, 3), "FT00000002"));
        Expect(Sample.Rejected(family, cut, file => file with { Size = whole.Length }), 0, "", RejectionRule.Size);
        Sample.Read(family, whole, file => file with { Size = whole.Length }).Length.ShouldBe(3);
    }

    [TestCase("ocb", 3)]
    [TestCase("vnpay", 3)]
    [TestCase("vnpay", 0)]
    public void Should_refuse_a_file_that_may_be_cut_when_its_size_is_not_known(string family, int count) =>
        Expect(Sample.Rejected(family, Sample.Bytes(family, count), file => file with { Size = null }), 0, "", RejectionRule.Size);

    [TestCase("napas")]
    [TestCase("mb")]
    [TestCase("portal-1")]
    [TestCase("camt.053")]
    [TestCase("mt940")]
    public void Should_need_no_size_where_a_file_shows_its_end(string family) => Sample.Read(family, Sample.Bytes(family, 3), file => file with { Size = null }).Length.ShouldBe(3);

    [TestCase("napas", 5)]
    [TestCase("mb", 4)]
    [TestCase("portal-1", 4)]
    [TestCase("mt940", 12)]
    public void Should_refuse_a_file_without_its_last_line(string family, long line) =>
        Expect(Damaged(family, text => text[..(text.TrimEnd('\r', '\n').LastIndexOf('\n') + 1)]), line, "", RejectionRule.RecordType);

    [TestCaseSource(typeof(Sample), nameof(Sample.Families))]
    public void Should_refuse_a_file_cut_within_a_line(string family)
    {
        var whole = Sample.Text(family, 3);
        for (var left = 1; left < 20; left++)
        {
            var rejection = Sample.Rejected(family, Sample.Encoded(family, whole[..^left]));
            rejection.Line.ShouldBeGreaterThan(0);
        }
    }

    [TestCase("napas", 1, "DATE")]
    [TestCase("mb", 0, "")]
    [TestCase("ocb", 0, "")]
    [TestCase("vnpay", 0, "")]
    [TestCase("portal-1", 0, "")]
    [TestCase("camt.053", 9, "ToDtTm")]
    [TestCase("mt940", 5, ":61:")]
    public void Should_refuse_a_file_of_another_day(string family, long line, string field)
    {
        var rejection = Sample.Rejected(family, Sample.Bytes(family, 3), file => file with { Day = Sample.Day.AddDays(2) });
        (rejection.Field, rejection.Rule).ShouldBe((field, RejectionRule.Date));
        if (family != "camt.053") rejection.Line.ShouldBe(line);
        Sample.Rejected(family, Sample.Bytes(family, 3), file => file with { Day = Sample.Day.AddDays(-1) }).Rule.ShouldBe(RejectionRule.Date);
    }

    [TestCaseSource(typeof(Sample), nameof(Sample.Families))]
    public void Should_refuse_a_name_that_was_taken(string family) =>
        Expect(Sample.Rejected(family, Sample.Bytes(family, 3), file => file with { IsNameTaken = name => name == file.Name }), 0, "", RejectionRule.DuplicateName);

    [TestCaseSource(typeof(Sample), nameof(Sample.Families))]
    public void Should_notice_a_file_that_changes_between_the_passes(string family)
    {
        var contents = new Queue<byte[]>([Sample.Bytes(family, 3), Sample.Bytes(family, 4)]);
        var verified = StatementReader.Verify(Sample.Family(family), Sample.File(contents.Peek()) with { Open = () => new MemoryStream(contents.Dequeue()) });
        Should.Throw<StatementRejectedException>(() => verified.Lines().Count()).Rejection.Rule.ShouldBe(RejectionRule.Changed);
    }

    [TestCase("napas", "\r\n")]
    [TestCase("mb", "\n")]
    [TestCase("portal-1", "\r\n")]
    public void Should_refuse_the_other_line_end(string family, string end) =>
        Expect(Damaged(family, text => text.ReplaceLineEndings(end)), 1, "", RejectionRule.LineEnd);

    [TestCase("napas", "[F49]704", "[F49]840", 2, "CSR", RejectionRule.Checksum)]
    [TestCase("portal-1", "|VND|", "|USD|", 1, "LoaiTien", RejectionRule.Currency)]
    [TestCase("napas", "[F12]", "[F21]", 2, "F12", RejectionRule.Fields)]
    [TestCase("vnpay", "vnp_Amount", "amount", 1, "", RejectionRule.Fields)]
    [TestCase("portal-1", "THANHTOAN", "KHAC", 1, "LoaiGiaoDich", RejectionRule.Value)]
    public void Should_name_the_field(string family, string from, string to, long line, string field, RejectionRule rule) =>
        Expect(Damaged(family, text => text.Replace(from, to, StringComparison.Ordinal)), line, field, rule);

    [TestCaseSource(typeof(Sample), nameof(Sample.Families))]
    public void Should_refuse_an_empty_file(string family) => Sample.Rejected(family, [], file => file with { Size = null }).Rule.ShouldBeOneOf(RejectionRule.Size, RejectionRule.RecordType, RejectionRule.Encoding, RejectionRule.Fields);

    [Test]
    public void Should_not_take_an_endless_line_into_memory()
    {
        var rejection = Sample.Rejected("ocb", new byte[1_000_000]);
        (rejection.Line, rejection.Rule).ShouldBe((1, RejectionRule.LineLength));
    }

    private static Rejection Damaged(string family, Func<string, string> damage)
    {
        var (whole, damaged) = (Sample.Text(family, 3), damage(Sample.Text(family, 3)));
        damaged.ShouldNotBe(whole);
        return Sample.Rejected(family, Sample.Encoded(family, damaged));
    }

    private static void Expect(Rejection rejection, long line, string field, RejectionRule rule)
    {
        (rejection.Field, rejection.Rule).ShouldBe((field, rule), rejection.ToString());
        // Where a balance of an XML file is wrong, the line is the file's last: the writer's indentation decides which.
        if (line != 70) rejection.Line.ShouldBe(line);
    }

    private static string WithoutLineOf(string text, string reference)
    {
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(line => line.Contains(reference, StringComparison.Ordinal));
        lines.RemoveAt(at);
        if (lines[at].StartsWith(":86:", StringComparison.Ordinal)) lines.RemoveAt(at);
        return string.Join('\n', lines);
    }
}
