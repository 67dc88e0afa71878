using System.Diagnostics;
using System.Text.Json;

namespace OnRecord.Tests.Media;

/// <summary>The outside judge of what is in a picture file; tests that ask it are skipped, and say so, where it is not installed.</summary>
internal static class ExifTool
{
    /// <summary>Every tag of a file, named with its group: <c>IPTC:By-line</c>, <c>XMP-dc:Creator</c>.</summary>
    public static async Task<Dictionary<string, string>> Read(byte[] picture)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, picture);
            using var json = JsonDocument.Parse(await Run("-j", "-a", "-G1", "-struct", "-charset", "utf8", file));
            return json.RootElement[0]
                .EnumerateObject()
                .GroupBy(tag => tag.Name)
                .ToDictionary(
                    tag => tag.Key,
                    tag =>
                        tag.First().Value.ValueKind == JsonValueKind.Array
                            ? string.Join(", ", tag.First().Value.EnumerateArray())
                            : tag.First().Value.ToString()
                );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> Run(params string[] arguments)
    {
        try
        {
            using var tool = Process.Start(
                new ProcessStartInfo("exiftool", arguments)
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var errors = tool.StandardError.ReadToEndAsync();
            var answer = await tool.StandardOutput.ReadToEndAsync();
            await tool.WaitForExitAsync();
            _ = await errors;
            return answer;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ExifTool is not installed: apt-get install libimage-exiftool-perl");
            return "";
        }
    }
}
