using System.Text.Json;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Contracts.Tests.Catalogue;

internal sealed class When_naming_members_by_words
{
    [Test]
    public void Should_use_the_words_of_json()
    {
        foreach (var kind in Enum.GetValues<AgencyKind>()) JsonSerializer.Serialize(kind).ShouldBe($"\"{EnumWord<AgencyKind>.Of(kind)}\"");
        foreach (var unit in Enum.GetValues<TermUnit>()) JsonSerializer.Serialize(unit).ShouldBe($"\"{EnumWord<TermUnit>.Of(unit)}\"");
    }

    [TestCase("online", FilingChannel.Online)]
    [TestCase("POST", FilingChannel.Post)]
    public void Should_read_a_word_whatever_its_case(string word, FilingChannel channel) => EnumWord<FilingChannel>.Parse(word).ShouldBe(channel);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("2")]
    [TestCase("fax")]
    public void Should_know_no_other_word(string? word) => EnumWord<FilingChannel>.TryParse(word, out _).ShouldBeFalse();

    [Test]
    public void Should_say_which_words_there_are() =>
        Should.Throw<FormatException>(() => EnumWord<FilingChannel>.Parse("fax")).Message.ShouldBe("'fax' is none of: direct, online, post.");

    [Test]
    public void Should_fall_back_to_the_name_of_a_member_without_a_word() => EnumWord<DayOfWeek>.Of(DayOfWeek.Monday).ShouldBe("Monday");
}
